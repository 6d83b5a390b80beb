import { dueAt, firstOf, monthAfter, tellAt } from "@/lib/domain/recalls/rules";
import type { Prisma } from "@/lib/platform/db/db";
import { localDateAt } from "@/lib/platform/time/local-date";
import type { DemoDoctor } from "./doctors";
import { CITIES } from "./places";
import type { Visit } from "./visits";
import { DAY, type World } from "./world";

type SeedRecall = Prisma.RecallCreateManyInput & { id: string; doctorId: string; reason: string };
type Wish = { inMonths: number; reason: string; isDismissed?: boolean };

/** What the demo's doctor has asked patients for who haven't booked anything since. */
const DUE: readonly Wish[] = ["Blood pressure check", "Blood test, fasting", "Check-up"].map((reason) => ({
  inMonths: 1,
  reason,
}));
/** And others; most of them come often. */
const WISHES: readonly Wish[] = [
  { inMonths: 1, reason: "See how the new tablets work" },
  { inMonths: 1, reason: "ECG", isDismissed: true },
  { inMonths: 6, reason: "Check-up in six months" },
  { inMonths: 12, reason: "Yearly check-up" },
];
/** So far back are the visits in which they were set. */
const AGO = 25 * DAY;

/**
 * Creates recalls: one of the demo's patient that is due, set by a doctor with whom nothing is booked; one for next year by the
 * demo's doctor, and those of other patients.
 */
export function makeRecalls(
  { now, chance }: World,
  visits: readonly Visit[],
  doctors: readonly DemoDoctor[],
  own: { doctor: { id: string }; patient: { id: string } },
): SeedRecall[] {
  const set = (visit: Visit | undefined, { inMonths, reason, isDismissed }: Wish): SeedRecall[] => {
    const doctor = doctors.find(({ id }) => id === visit?.doctorId);
    if (!visit || !doctor) return [];
    const createdAt = new Date(visit.completedAt ?? visit.endsAt);
    const { timeZone } = CITIES[doctor.city];
    const month = monthAfter(localDateAt(createdAt, timeZone), inMonths);
    const tell = tellAt(month, createdAt, timeZone);
    const isTold = tell <= now;
    return [
      {
        id: chance.id(createdAt),
        ...{ appointmentId: visit.id, patientId: visit.patientId, doctorId: visit.doctorId },
        ...{ month: new Date(firstOf(month)), dueAt: dueAt(month, timeZone), createdAt, reason },
        ...{ tellAt: isTold ? null : tell, toldAt: isTold ? tell : null },
        ...(isDismissed && { status: "DISMISSED" as const, version: 2, endedAt: new Date(createdAt.getTime() + DAY) }),
      },
    ];
  };
  const seen = visits.filter(({ status }) => status === "COMPLETED").sort((a, b) => +a.startsAt - +b.startsAt);
  const ofPatient = seen.filter(({ patientId }) => patientId === own.patient.id);
  const others = seen.filter(({ doctorId, patientId }) => doctorId === own.doctor.id && patientId !== own.patient.id);
  const isOver = isLast(visits);
  const past = others.filter(({ startsAt }) => +startsAt < now.getTime() - AGO);
  return [
    ...set(ofPatient.findLast(isOver), { inMonths: 1, reason: "Talk about the results" }),
    ...set(
      ofPatient.findLast(({ doctorId }) => doctorId === own.doctor.id),
      { inMonths: 12, reason: "Yearly check-up" },
    ),
    ...DUE.flatMap((wish, index) => set(others.filter(isOver)[index], wish)),
    ...WISHES.flatMap((wish, index) => set(past.filter((visit) => !isOver(visit))[index], wish)),
  ];
}

/** Tells whether nothing is booked with the visit's doctor after it. */
function isLast(visits: readonly Visit[]): (visit: Visit) => boolean {
  return ({ patientId, doctorId, startsAt }) =>
    visits.every((one) => one.patientId !== patientId || one.doctorId !== doctorId || +one.startsAt <= +startsAt);
}
