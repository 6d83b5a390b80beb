import type { Actor } from "@/lib/actor/actor";
import { listColleagues } from "@/lib/domain/appointments/list-colleagues";
import { rolesFor } from "@/lib/domain/appointments/policy";
import { getAppointment, type AppointmentRow } from "@/lib/domain/appointments/queries";
import { isReschedulable } from "@/lib/domain/appointments/rules";
import { listOffers } from "@/lib/domain/schedules/queries";
import { offeredSlots, type Offer, type OfferedSlot } from "@/lib/domain/schedules/rules";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { loadBusy } from "./internal/load-busy";
import { isFree, nearest, searchWindows } from "./rules";
import type { Offers } from "./schema";

const SAME_DOCTOR = 6;
const OF_EACH_COLLEAGUE = 3;
const COLLEAGUES = 5;

/**
 * Returns the times an appointment that needs another one could move to: the nearest with the same doctor at the same
 * place, and with colleagues there. None of them overlaps with something else of the patient's. Throws `not-found`,
 * `forbidden`, `invalid-transition` (it needs no other time).
 */
export async function loadOffers(actor: Actor, appointmentId: string, now: Date = new Date()): Promise<Offers> {
  const visit = await getAppointment(actor, appointmentId);
  if (rolesFor(actor, visit).length === 0)
    throw new AppError("forbidden", "You can read this appointment, not change it.");
  if (!needsTime(visit)) throw new AppError("invalid-transition", "This appointment doesn't need a new time.");
  return offersFor(visit, now);
}

/** Returns the same for a screen; null for an appointment that needs no other time, or isn't the actor's to change. */
export async function findOffers(actor: Actor, appointmentId: string, now: Date = new Date()): Promise<Offers | null> {
  const visit = await getAppointment(actor, appointmentId);
  return rolesFor(actor, visit).length > 0 && needsTime(visit) ? offersFor(visit, now) : null;
}

function needsTime({ needsRebooking, status }: AppointmentRow): boolean {
  return needsRebooking && isReschedulable(status);
}

async function offersFor(visit: AppointmentRow, now: Date): Promise<Offers> {
  const colleagues = await listColleagues(db, visit);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const doctor = await db.doctor.findUniqueOrThrow({ where: { id: visit.doctorId }, select: { id: true, name: true } });
  const found = await nearestOf([doctor.id, ...names.keys()], visit, now);
  const others = colleagues
    .map(({ id, name }) => ({ doctorId: id, doctorName: name, slots: found(id, OF_EACH_COLLEAGUE) }))
    .filter(({ slots }) => slots.length > 0)
    .slice(0, COLLEAGUES);
  const same = { doctorId: doctor.id, doctorName: doctor.name, slots: found(doctor.id, SAME_DOCTOR) };
  return { appointmentId: visit.id, same, colleagues: others };
}

/** Returns a function that answers a doctor's times nearest to the visit's own. */
async function nearestOf(doctorIds: string[], visit: AppointmentRow, now: Date) {
  const busy = await loadBusy([visit.patientId], [visit.id], now);
  const found = new Map<string, OfferedSlot[]>();
  for (const range of searchWindows(visit.startsAt, now)) {
    const open = doctorIds.filter((id) => !found.get(id)?.length);
    if (open.length === 0) break;
    const window = { ...range, now };
    for (const offer of await listOffers(sql, open, { window, now, ignoreAppointmentId: visit.id }))
      found.set(
        offer.doctorId,
        timesOf(offer, visit, window).filter((slot) => isFree(slot, busy(visit.patientId))),
      );
  }
  return (doctorId: string, count: number) => nearest(found.get(doctorId) ?? [], visit.startsAt, count);
}

/** The open times of one doctor for a visit, at its place; its own time only with someone else. */
export function timesOf(
  offer: Offer,
  visit: Pick<AppointmentRow, "doctorId" | "hospitalId" | "serviceId" | "startsAt">,
  window: { from: Date; to: Date; now: Date },
): OfferedSlot[] {
  const slots = offeredSlots(offer, window, { serviceId: visit.serviceId ?? undefined });
  const isOwnTime = (start: string) =>
    offer.doctorId === visit.doctorId && Date.parse(start) === visit.startsAt.getTime();
  return slots.filter((slot) => slot.hospitalId === visit.hospitalId && !isOwnTime(slot.start));
}
