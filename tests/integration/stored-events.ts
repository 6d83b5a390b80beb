import { db } from "@/lib/platform/db/db";

/** The types of the events of one thing, in order. */
export async function eventsOf(aggregateId: string): Promise<string[]> {
  const rows = await db.domainEvent.findMany({
    where: { aggregateId },
    orderBy: { sequence: "asc" },
    select: { type: true },
  });
  return rows.map(({ type }) => type);
}
