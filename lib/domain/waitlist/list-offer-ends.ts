import { db } from "@/lib/platform/db/db";

/** Unsafe: of any entry. Returns until when the latest offer to each of these stands or stood. */
export async function unsafeListOfferEnds(entryIds: string[]): Promise<Map<string, Date>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db.waitlistOffer.findMany({
    where: { entryId: { in: [...new Set(entryIds)] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { entryId: true, expiresAt: true, endedAt: true },
  });
  return new Map(rows.map(({ entryId, expiresAt, endedAt }) => [entryId, endedAt ?? expiresAt]));
}
