import { recordNews } from "@/lib/domain/contacts/record-news";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { inBatches } from "@/lib/platform/jobs/in-batches";
import { inTransaction } from "@/lib/actor/transaction";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { statusEvent } from "./events";
import { expireBooking, overdueBookings, type Overdue } from "./statements/bookings";
import { REQUEST_GRACE_HOURS } from "./rules";

/**
 * Expires bed bookings for the system (docs/domain.md §4): unused reservations, and requests whose day has passed. A
 * timer runs it on any number of instances; each row is taken by one. Returns how many expired.
 */
export async function expireBedBookings(now: Date = new Date()): Promise<number> {
  const dayPassed = new Date(now.getTime() - REQUEST_GRACE_HOURS * 3_600_000);
  const reservations = await expireAll({ status: "RESERVED", reservedUntil: now }, now);
  return reservations + (await expireAll({ status: "REQUESTED", startsAt: dayPassed }, now));
}

function expireAll(overdue: Overdue, now: Date): Promise<number> {
  return inBatches(
    (limit) => overdueBookings(db, overdue, limit),
    (one) => expireOne(one, overdue, now),
  );
}

type Due = RowOf<typeof overdueBookings>;

function expireOne({ id, bedId, patientId }: Due, overdue: Overdue, now: Date): Promise<0 | 1> {
  return inTransaction(
    SYSTEM_ACTOR,
    async (tx) => {
      // Moved to another bed meanwhile, whose lock is not held here: left to the next round.
      const [row] = await expireBooking(tx, { id, bedId }, overdue, now);
      if (!row) return 0;
      const { hospitalId } = row;
      const audit = { action: "bed-booking.expire", subject: "bed-booking", subjectId: id, patientId, hospitalId };
      await recordNews(tx, SYSTEM_ACTOR, audit, [statusEvent("EXPIRED", row), capacityChanged(hospitalId)]);
      return 1;
    },
    { locks: [...(bedId ? [`bed:${bedId}`] : []), `stay:${patientId}`] },
  );
}
