import { db } from "@/lib/platform/db/db";

/** How long an idempotency key answers for its first request. */
export const KEY_HOURS = 24;

/** Removes idempotency keys older than that; for a daily job. Returns how many there were. */
export async function deleteExpiredIdempotencyKeys(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - make_interval(hours => ${KEY_HOURS}::int)`;
}
