import { openMinutes } from "@/lib/domain/schedules/rules-open";
import { log } from "@/lib/platform/log/log";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { daysBetween, localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { hoursToNote, putOffered } from "./statements/offered";

const BATCH = 200;
/** How far back days that no one noted are taken from the hours as they are now. */
const MOST_DAYS = 400;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

type Row = RowOf<typeof hoursToNote>;
type Offered = { doctorId: string; hospitalId: string | null; day: string; minutes: number };

/**
 * Notes how long each doctor's hours are open today, and on days since the last note; for a job. A day stays as it was noted last
 * while it was that day: later hours don't change what was offered. `since`: only hours that have changed since.
 */
export async function noteOfferedDays(now: Date = new Date(), since: Date | null = null): Promise<number> {
  let [count, after] = [0, FIRST_ID];
  for (;;) {
    const hours = await hoursToNote(sql, after, since, BATCH);
    const rows = hours.flatMap((row) => offeredDays(row, now));
    if (rows.length > 0) count += await putOffered(sql, JSON.stringify(rows));
    const last = hours.at(-1);
    if (!last || hours.length < BATCH) return count;
    after = last.id;
  }
}

function offeredDays(row: Row, now: Date): Offered[] {
  const { doctorId, hospitalId, placeZone, notedTo, createdAt } = row;
  try {
    const today = localDateAt(now, placeZone);
    const began = notedTo ? shiftDate(notedTo.toISOString().slice(0, 10), 1) : localDateAt(createdAt, placeZone);
    const earliest = shiftDate(today, -MOST_DAYS);
    const first = began < earliest ? earliest : began > today ? today : began;
    return Array.from({ length: daysBetween(first, today) + 1 }, (_, n) => {
      const day = shiftDate(first, n);
      const [from, to] = [startOfLocalDate(day, placeZone), startOfLocalDate(shiftDate(day, 1), placeZone)];
      return { doctorId, hospitalId, day, minutes: openMinutes(row, from, to) };
    });
  } catch (error) {
    log.warn({ err: error }, "hours could not be noted");
    return [];
  }
}
