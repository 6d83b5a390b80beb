import type { Tx } from "@/lib/platform/db/db";
import type { HoursExceptionInput } from "./schema";

/** Held while a hospital closes days, and while hours are opened there: each sees what the other has done. */
export function closuresLock(hospitalId: string): string {
  return `closures:${hospitalId}`;
}

/**
 * Returns the days on which a hospital, or the doctor's department there, is closed: hours that are opened later are
 * closed then, too. Requires the lock of the hospital's closures.
 */
export async function listClosedDays(
  tx: Tx,
  { doctorId, hospitalId }: { doctorId: string; hospitalId: string | null },
  now: Date,
): Promise<HoursExceptionInput[]> {
  if (hospitalId === null) return [];
  const own = { some: { doctorId, hospitalId, status: { not: "ENDED" as const } } };
  const rows = await tx.disruption.findMany({
    where: {
      OR: [{ kind: "HOLIDAY" }, { kind: "CLOSED", department: { affiliations: own } }],
      hospitalId,
      status: { in: ["PREPARED", "ANNOUNCED"] },
      endsAt: { gt: now },
    },
    orderBy: { id: "asc" },
    take: 100,
    select: { closedOn: true },
  });
  const dates = new Set(rows.flatMap(({ closedOn }) => closedOn).map((date) => date.toISOString().slice(0, 10)));
  return [...dates].sort().map((date) => ({ kind: "block", date, intervals: null }));
}
