import type { Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { World } from "./world";

type Grant = Prisma.RecordGrantCreateManyInput & { grantedById: string };

const DAY = 86_400_000;

/**
 * Creates what is shared in the demo: the demo's patient with a doctor they have never met, and someone's allergies and
 * conditions with the demo's doctor.
 */
export function makeGrants(
  { now }: World,
  patients: readonly DemoPatient[],
  doctors: readonly { id: string }[],
  visits: readonly Pick<Prisma.AppointmentCreateManyInput, "patientId" | "doctorId">[],
): Grant[] {
  const [demoPatient] = patients;
  const [demoDoctor] = doctors;
  if (!demoPatient || !demoDoctor) return [];
  const met = new Set(visits.map(({ patientId, doctorId }) => `${patientId} ${doctorId}`));
  const stranger = doctors.find(({ id }) => !met.has(`${demoPatient.id} ${id}`));
  const sharer = patients.find(({ id }) => !met.has(`${id} ${demoDoctor.id}`));
  const grant = (patient: DemoPatient, doctor: { id: string }, days: number): Grant => ({
    patientId: patient.id,
    doctorId: doctor.id,
    scope: "RECORD",
    grantedById: patient.userId,
    createdAt: new Date(now.getTime() - days * DAY),
  });
  return [
    ...(stranger ? [grant(demoPatient, stranger, 3)] : []),
    ...(sharer ? [{ ...grant(sharer, demoDoctor, 1), scope: "BACKGROUND" as const }] : []),
  ];
}

/** Creates one access in an emergency that was reviewed: by the demo's doctor, to someone they had not met. */
export function makeEmergencies(
  { now }: World,
  patients: readonly DemoPatient[],
  doctors: readonly { id: string }[],
  visits: readonly Pick<Prisma.AppointmentCreateManyInput, "patientId" | "doctorId">[],
) {
  const [, another] = doctors;
  const met = new Set(visits.flatMap(({ patientId, doctorId }) => (doctorId === another?.id ? patientId : [])));
  const patient = patients.find(({ id }) => !met.has(id));
  if (!another || !patient) return [];
  const openedAt = new Date(now.getTime() - 2 * DAY);
  const endedAt = new Date(openedAt.getTime() + DAY / 24);
  return [
    {
      access: { patientId: patient.id, doctorId: another.id, openedAt, endedAt },
      reason: "Brought in unconscious after a fall; allergies and medicines unknown.",
      review: { verdict: "JUSTIFIED", reviewedAt: new Date(openedAt.getTime() + DAY) } as const,
      remark: "A clear emergency, closed after an hour.",
    },
  ];
}
