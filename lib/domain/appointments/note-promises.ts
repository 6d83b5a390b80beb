import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { deviceOffset } from "@/lib/platform/time/clock";
import { visitsWithoutPromise, writePromises } from "./statements/promises";

const BATCH = 500;

/**
 * Records the promised offset of upcoming visits booked before offsets were stored: the one that Node.js's own zones
 * give, by which they were offered. Changes nothing else. Returns how many.
 */
export async function notePromises(now: Date = new Date()): Promise<number> {
  let count = 0;
  let last: RowOf<typeof visitsWithoutPromise> | undefined;
  for (;;) {
    const rows = await visitsWithoutPromise(sql, now, last, BATCH);
    last = rows.at(-1);
    if (!last) return count;
    const noted = rows.map(({ id, startsAt, zone }) => ({
      id,
      startsAt,
      offset: deviceOffset(startsAt.getTime(), zone),
    }));
    count += await writePromises(sql, JSON.stringify(noted));
  }
}
