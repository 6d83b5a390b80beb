import { db } from "@/lib/platform/db/db";
import type { EventDraft } from "@/lib/actor/record";

/** The types of the events of one thing, in order. */
export async function eventsOf(aggregateId: string): Promise<string[]> {
  const rows = await db.domainEvent.findMany({
    where: { aggregateId },
    orderBy: { sequence: "asc" },
    select: { type: true },
  });
  return rows.map(({ type }) => type);
}

/** An event that no part of the product records. */
export const draft = (aggregateId: string, type = "test.happened"): EventDraft => ({
  type,
  aggregate: "test",
  aggregateId,
  audience: ["admin"],
  sinks: ["channels"],
});
