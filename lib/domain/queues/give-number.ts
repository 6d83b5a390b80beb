import type { Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { giveTicket, openQueue, zoneOfAppointment, zoneOfPlace } from "./statements";
import type { ArrivedBy } from "./status";

type Arrived = { id: string; doctorId: string; hospitalId: string | null; startsAt: Date; mode: "IN_PERSON" | "VIDEO" };

/**
 * Gives someone who is checked in the next number of their doctor's queue at the place, on their appointment's day there.
 * Anyone checked in again keeps their number. None for a video appointment. In the transaction of the check-in.
 */
export async function giveNumber(tx: Sql, appointment: Arrived, arrivedBy: ArrivedBy): Promise<void> {
  if (appointment.mode === "VIDEO") return;
  const [place] = await zoneOfAppointment(tx, appointment.id);
  const day = localDateAt(appointment.startsAt, place?.timeZone ?? "UTC");
  const [queue] = await openQueue(tx, appointment, day);
  if (queue) await giveTicket(tx, appointment.id, queue.id, arrivedBy);
}

/** Returns the ID of a doctor's queue at a place on the day it is there now; begins it if need be. Throws `not-found`. */
export async function openQueueNow(
  tx: Sql,
  place: { doctorId: string; hospitalId: string | null },
  now: Date,
): Promise<string> {
  const [zone] = await zoneOfPlace(tx, place);
  const [queue] = zone ? await openQueue(tx, place, localDateAt(now, zone.timeZone)) : [];
  if (!queue) throw notFound();
  return queue.id;
}
