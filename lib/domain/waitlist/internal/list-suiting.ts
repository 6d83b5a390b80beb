import { listOffers } from "@/lib/domain/schedules/queries";
import { offeredSlots } from "@/lib/domain/schedules/rules";
import type { Tx } from "@/lib/platform/db/db";
import { startOfLocalDate, shiftDate } from "@/lib/platform/time/local-date";
import { suits, type Wish } from "../rules";
import type { Target } from "./require-target";

const MOST_SHOWN = 6;
/** The doctors of a specialty at one hospital that are looked at before someone is put on the list. */
const MOST_DOCTORS = 100;

type SuitingTime = {
  doctorId: string;
  start: string;
  end: string;
  scheduleId: string;
  hospitalId: string | null;
  /** The place's. */
  timeZone: string;
};
/** With the doctor's public name and address. */
type NamedTime = SuitingTime & { doctorName: string; doctorSlug: string };

/** Returns the first open times that suit a wish, before another time if there is one: those need no waiting. */
export async function listSuitingNow(
  tx: Tx,
  target: Target,
  wish: Wish,
  before: Date | null,
  now: Date,
): Promise<NamedTime[]> {
  const doctorIds = target.doctorId ? [target.doctorId] : await listDoctorsOf(tx, target);
  const end = startOfLocalDate(shiftDate(wish.toOn, 2), target.timeZone);
  const window = { from: now, to: before && before < end ? before : end, now };
  const narrowing = { hospitalId: target.hospitalId ?? undefined, serviceId: target.serviceId ?? undefined };
  const offers = doctorIds.length > 0 ? await listOffers(tx, doctorIds, { window, now }) : [];
  const found = offers.flatMap((offer): SuitingTime[] => {
    const zones = new Map(offer.schedules.map(({ id, timeZone }) => [id, timeZone]));
    return offeredSlots(offer, window, narrowing)
      .map(({ mode: _, ...slot }) => ({ ...slot, timeZone: zones.get(slot.scheduleId) ?? offer.timeZone }))
      .filter((slot) => suits(slot, slot.timeZone, wish))
      .slice(0, MOST_SHOWN)
      .map((slot) => ({ doctorId: offer.doctorId, ...slot }));
  });
  return withNames(tx, found.sort((a, b) => (a.start < b.start ? -1 : 1)).slice(0, MOST_SHOWN));
}

async function withNames(tx: Tx, times: SuitingTime[]): Promise<NamedTime[]> {
  const ids = [...new Set(times.map(({ doctorId }) => doctorId))];
  const doctors = await tx.doctor.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, slug: true },
  });
  return times.flatMap((time) => {
    const doctor = doctors.find(({ id }) => id === time.doctorId);
    return doctor ? [{ ...time, doctorName: doctor.name, doctorSlug: doctor.slug }] : [];
  });
}

async function listDoctorsOf(tx: Tx, { hospitalId, specialtyId, serviceId }: Target): Promise<string[]> {
  const rows = await tx.doctor.findMany({
    where: {
      verification: "VERIFIED",
      schedules: { some: { hospitalId, closedAt: null } },
      ...(specialtyId ? { specialties: { some: { specialtyId } } } : {}),
      ...(serviceId ? { services: { some: { serviceId } } } : {}),
    },
    orderBy: { id: "asc" },
    take: MOST_DOCTORS,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
