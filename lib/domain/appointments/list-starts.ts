import { db } from "@/lib/platform/db/db";

/** Unsafe: of any appointment. Returns when these begin, or were to begin. */
export async function unsafeListStarts(ids: string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await db.appointment.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, startsAt: true },
  });
  return new Map(rows.map(({ id, startsAt }) => [id, startsAt]));
}
