import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { closuresLock } from "@/lib/domain/schedules/closed-days";
import { listHospitalHours, type OpenHours } from "@/lib/domain/schedules/close-dates";
import { db, type Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";

/** A hospital, or one of its departments. */
export type Closed = { hospitalId: string; departmentId: string | null };

/** Closing the hours of all doctors of a hospital takes longer than other changes. */
const TIMEOUT_MS = 60_000;
/** How often it begins again because a doctor set hours before the locks were taken. */
const ATTEMPTS = 3;

/**
 * Runs it with the hours of all doctors that it concerns, under their locks and the hospital's, so that no one books
 * meanwhile and no hours are opened unseen.
 */
export async function underHospitalLocks<T>(
  actor: Actor,
  closed: Closed,
  work: (tx: Tx, hours: OpenHours[]) => Promise<T>,
  { locks: more = [] }: { locks?: string[] } = {},
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = new Set((await listHospitalHours(db, closed)).map(({ doctorId }) => doctorId));
    const locks = [closuresLock(closed.hospitalId), ...more, ...[...known].map((doctorId) => `doctor:${doctorId}`)];
    const done = await inTransaction(
      actor,
      async (tx) => {
        const hours = await listHospitalHours(tx, closed);
        const isLocked = hours.every(({ doctorId }) => known.has(doctorId));
        return isLocked ? { result: await work(tx, hours) } : null;
      },
      { locks, timeoutMs: TIMEOUT_MS },
    );
    if (done) return done.result;
  }
  throw new AppError("unavailable", "Hours at the hospital are being changed. Try again in a moment.");
}
