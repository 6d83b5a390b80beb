import type { Actor } from "@/lib/actor/actor";
import { isConflict } from "@/lib/platform/db/driver-error";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import type { Change } from "./change-row";
import { bedTaken } from "./claim-bed";
import { getBooking, type StoredBooking } from "./get-booking";
import { bedLocks, lockBeds } from "./lock-beds";
import { textsOfStays } from "../statements/texts";

/** `toBedId`: the bed the booking may get, if another than its own. */
type Wanted = { bookingId: string; toBedId?: string | undefined; expectedVersion: ExpectedVersion };

/** A booking under the locks of its beds and its patient's stays, and whether its hospital is listed. */
export type LockedBooking = Change & { isListed: boolean };

/**
 * Runs `work` in a transaction that holds the locks of the booking's bed, of the bed it may get and of its patient's
 * stays. Throws `not-found`, `version-mismatch`, and `bed-taken` should a constraint be met all the same.
 */
export async function withLockedBooking<T>(
  actor: Actor,
  wanted: Wanted,
  work: (locked: LockedBooking) => Promise<T>,
): Promise<T> {
  const { booking: known } = await getBooking(sql, actor, wanted.bookingId);
  const locks = bedLocks(bedsOf(known, wanted));
  try {
    return await inSqlTransaction(actor, async (tx) => work(await readLocked(tx, actor, known, wanted)), { locks });
  } catch (error) {
    if (!isConflict(error)) throw error;
    const { hospitalId, wardKind: kind, bedId } = known;
    throw await bedTaken(sql, { hospitalId, kind, bedId: wanted.toBedId ?? bedId });
  }
}

/**
 * Locks the same inside a transaction that does more. The caller holds no lock that comes after `bed:`, and has not
 * written to bookings or beds yet.
 */
export async function lockBookingIn(tx: Sql, actor: Actor, wanted: Wanted): Promise<LockedBooking> {
  const { booking: known } = await getBooking(tx, actor, wanted.bookingId);
  await lockBeds(tx, bedsOf(known, wanted));
  return readLocked(tx, actor, known, wanted);
}

function bedsOf({ bedId, patientId }: StoredBooking, { toBedId }: Wanted) {
  return { bedIds: [bedId, toBedId], patientId };
}

async function readLocked(tx: Sql, actor: Actor, known: StoredBooking, wanted: Wanted): Promise<LockedBooking> {
  const { booking, now, isListed } = await getBooking(tx, actor, wanted.bookingId);
  // Moved while we waited: other beds are locked than are involved.
  if (booking.bedId !== known.bedId) throw versionMismatch();
  requireVersion(booking, wanted.expectedVersion);
  const [texts] = await textsOfStays(tx, [booking.id]);
  const before = { ...booking, reason: null, statusReason: null, ...texts };
  return { tx, before, now, isListed };
}
