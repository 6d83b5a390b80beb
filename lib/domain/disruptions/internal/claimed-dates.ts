import { z } from "zod";
import { keyOf, type ClosedDate } from "@/lib/domain/schedules/close-dates";
import type { Tx } from "@/lib/platform/db/db";

const stored = z.array(
  z.object({
    scheduleId: z.string(),
    date: z.string(),
    intervals: z.array(z.object({ start: z.string(), end: z.string() })).nullable(),
  }),
);

/** Reads the dates that a disruption has closed. */
export function blocksOf(row: { blocks: unknown }): ClosedDate[] {
  return stored.parse(row.blocks);
}

type Place = { doctorId: string | null; hospitalId: string | null };

/** The dates that other lasting disruptions have closed at these places: they stay closed when this one ends. */
export async function claimedDates(tx: Tx, places: Place[], exceptId?: string) {
  const doctorIds = [...new Set(places.flatMap(({ doctorId }) => doctorId ?? []))];
  const hospitalIds = [...new Set(places.flatMap(({ hospitalId }) => hospitalId ?? []))];
  const rows = await tx.disruption.findMany({
    where: {
      OR: [{ doctorId: { in: doctorIds } }, { doctorId: null, hospitalId: { in: hospitalIds } }],
      status: { in: ["PREPARED", "ANNOUNCED"] },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    select: { blocks: true },
  });
  const claimed = new Set(rows.flatMap(blocksOf).map(placeKey));
  return { has: (date: ClosedDate) => claimed.has(placeKey(date)) };
}

const placeKey = (date: ClosedDate) => `${date.scheduleId} ${keyOf(date)}`;
