import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { holdForOffer } from "@/lib/domain/appointments/offered-time";
import { isStillChangeable } from "@/lib/domain/appointments/rules";
import { availabilityChanged } from "@/lib/domain/schedules/events";
import { findOffer } from "@/lib/domain/schedules/queries";
import type { OfferedSchedule, OfferedSlot } from "@/lib/domain/schedules/rules";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Sql } from "@/lib/platform/db/sql";
import { waitlistEvent } from "../events";
import { HOLD_GRACE_MS, offerUntil, overlaps, suits } from "../rules";
import { insertOffer, stepEntry, waitingFor } from "../statements";
import { openingsOf, type Openings } from "./openings";

type Waiting = RowOf<typeof waitingFor>;
type Candidate = { slot: OfferedSlot; schedule: OfferedSchedule; expiresAt: Date };
type Made = { entryId: string; patientId: string; hospitalId: string | null; freedDoctorIds: string[] };

/** More than anyone has seen wait for one doctor. */
const MOST_WAITING = 2_000;

/**
 * Offers a doctor's open times to those who wait, in the order of joining: each the earliest time that suits them. In a
 * transaction under the doctor's lock, so that no one books meanwhile. Safe to repeat: what is offered is open no longer.
 * Returns how many offers it made.
 */
export async function makeOffers(tx: Sql, doctorId: string, now: Date): Promise<number> {
  const waiting = await waitingFor(tx, doctorId, now, MOST_WAITING);
  if (waiting.length === 0) return 0;
  const window = { from: now, to: new Date(Math.max(...waiting.map(({ overAt }) => overAt.getTime()))), now };
  const offer = await findOffer(tx, doctorId, { window, now });
  if (!offer) return 0;
  const openings = openingsOf(offer, window);
  const served = new Set<string>();
  const made: Made[] = [];
  for (const entry of waiting) {
    const one = served.has(entry.patientId) ? null : await offerTo(tx, doctorId, entry, openings, now);
    if (!one) continue;
    served.add(entry.patientId);
    made.push(one);
  }
  for (const one of made) await record(tx, doctorId, one);
  return made.length;
}

/** Offers the first time that suits, and that the database lets them have. */
async function offerTo(tx: Sql, doctorId: string, entry: Waiting, openings: Openings, now: Date): Promise<Made | null> {
  const { id: entryId, patientId, serviceId, replacesId } = entry;
  for (const { slot, schedule, expiresAt } of candidatesFor(entry, openings, now)) {
    const holdUntil = new Date(expiresAt.getTime() + HOLD_GRACE_MS);
    const hold = await holdForOffer(tx, { doctorId, patientId, serviceId, slot, schedule, holdUntil, replacesId }, now);
    if (!hold) continue;
    openings.take(slot);
    await stepEntry(tx, entryId, { from: ["WAITING"], to: "OFFERED" }, null);
    const { hospitalId } = slot;
    const period = { startsAt: new Date(slot.start), endsAt: new Date(slot.end), expiresAt };
    await insertOffer(tx, { entryId, patientId, doctorId, hospitalId, holdId: hold.id, ...period, now });
    return { entryId, patientId, hospitalId, freedDoctorIds: hold.freedDoctorIds };
  }
  return null;
}

/** The open times someone would come, the earliest first; none they were offered before, or are busy at. */
function* candidatesFor(entry: Waiting, openings: Openings, now: Date): Generator<Candidate> {
  const wish = { ...entry, fromOn: dateOf(entry.fromOn), toOn: dateOf(entry.toOn) };
  const busy = entry.busyFrom.map((from, nth) => ({ start: from.getTime(), end: entry.busyTo[nth]?.getTime() ?? 0 }));
  const offered = new Set(entry.offered.map((at) => at.getTime()));
  for (const slot of openings.slotsFor(entry)) {
    const start = Date.parse(slot.start);
    if (entry.tiedStartsAt && start >= entry.tiedStartsAt.getTime()) return;
    const schedule = openings.scheduleOf(slot);
    if (!schedule || offered.has(start) || overlaps(slot, busy) || !suits(slot, schedule.timeZone, wish)) continue;
    const expiresAt = offerUntil(now, slot.start, schedule);
    if (expiresAt && canReplaceAt(entry, expiresAt)) yield { slot, schedule, expiresAt };
  }
}

/** A visit that its patient may not move until the end of the offer stays where it is. */
function canReplaceAt(entry: Waiting, at: Date): boolean {
  const { tiedStartsAt: startsAt, cancellationNoticeMinutes, graceUntil, needsRebooking } = entry;
  if (!startsAt) return true;
  const notice = cancellationNoticeMinutes ?? 0;
  const tied = { startsAt, cancellationNoticeMinutes: notice, graceUntil, needsRebooking: needsRebooking ?? false };
  return isStillChangeable(tied, at);
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

async function record(tx: Sql, doctorId: string, made: Made): Promise<void> {
  const { entryId: id, patientId, hospitalId, freedDoctorIds } = made;
  const audit = {
    action: "waitlist.offer",
    subject: "waitlist-entry",
    subjectId: id,
    patientId,
    doctorId,
    hospitalId,
  };
  await recordChange(tx, SYSTEM_ACTOR, audit, [
    waitlistEvent("waitlist.offered", { id, patientId, doctorId, hospitalId }),
    // Open pages lose the time; there is nothing to offer in it.
    { ...availabilityChanged(doctorId), sinks: ["channels", "directory"] },
    ...freedDoctorIds.map(availabilityChanged),
  ]);
}
