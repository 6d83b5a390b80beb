import { db } from "@/lib/platform/db/db";

/** How long an idempotency key replays its first answer. */
export const KEY_HOURS = 24;

/** Deletes expired idempotency keys; for a daily job. Returns how many. */
export async function deleteExpiredIdempotencyKeys(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - make_interval(hours => ${KEY_HOURS}::int)`;
}
