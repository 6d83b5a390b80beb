import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { findOffer } from "@/lib/domain/schedules/queries";
import { checkSlot } from "@/lib/domain/schedules/rules";
import { sql, type Sql } from "@/lib/platform/db/sql";
import type { StoredEvent } from "@/lib/platform/events/outbox";
import type { RowOf } from "@/lib/platform/db/statement";
import { expireEntries } from "./internal/expire-entries";
import { makeOffers } from "./internal/make-offers";
import { closeOpen } from "./internal/pass-on";
import { awaitedDoctors, openOffers } from "./statements";

/** The longest visit there is (CHECKs of the database). */
const MAX_VISIT_MS = 8 * 3_600_000;

/**
 * Looks at one doctor's times: ends entries whose visit was cancelled, withdraws offers that are no longer possible, and offers what is
 * open to those who wait. Safe to run at any moment, twice, and on many instances: the doctor's lock makes it one after
 * the other. Returns how many offers it made.
 */
export async function offerTimes(doctorId: string, now: Date = new Date()): Promise<number> {
  await expireEntries(now, doctorId);
  return inSqlTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      for (const offer of await openOffers(tx, doctorId, now)) {
        if (!(await stillHolds(tx, offer, now))) await closeOpen(tx, SYSTEM_ACTOR, offer.id, "WITHDRAWN", now);
      }
      return makeOffers(tx, doctorId, now);
    },
    { locks: [`doctor:${doctorId}`] },
  );
}

/** Whether the doctor still offers the time, and it is still earlier than the visit it would replace. */
async function stillHolds(tx: Sql, offer: RowOf<typeof openOffers>, now: Date): Promise<boolean> {
  const { doctorId, holdId, startsAt, scheduleId, serviceId, tiedStartsAt } = offer;
  if (tiedStartsAt && tiedStartsAt <= startsAt) return false;
  const window = { from: startsAt, to: new Date(startsAt.getTime() + MAX_VISIT_MS) };
  const times = await findOffer(tx, doctorId, { window, now, ignoreAppointmentId: holdId });
  if (!times || !scheduleId) return false;
  return checkSlot(times, startsAt, now, { scheduleId, serviceId: serviceId ?? undefined }).kind === "open";
}

/** The relay's waitlist sink: offers what has opened with each doctor whose availability changed, if someone waits for it. */
export async function offerFreed(events: StoredEvent[]): Promise<void> {
  const changed = [...new Set(events.filter(({ aggregate }) => aggregate === "doctor").map((one) => one.aggregateId))];
  if (changed.length === 0) return;
  for (const { id } of await awaitedDoctors(sql, changed)) await offerTimes(id);
}

/**
 * Does the same for every doctor someone waits for: times also open as days come into reach, and with doctors who are
 * verified again. Returns how many offers it made.
 */
export async function offerAll(now: Date = new Date()): Promise<number> {
  let made = 0;
  await expireEntries(now);
  for (const { id } of await awaitedDoctors(sql, null)) made += await offerTimes(id, now);
  return made;
}
