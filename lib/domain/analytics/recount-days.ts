import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { LOCK_NUMBERS } from "@/lib/platform/db/lock-numbers";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { zoneNamed } from "@/lib/platform/time/zone";
import { recountVisits, type ZonedDay } from "./internal/recount-visits";
import {
  leadRecount,
  markDaysOfBeds,
  markDaysOfCalls,
  markDaysOfDoctor,
  noteSentReminders,
  takeMarks,
  zonesOf,
} from "./statements/marks";
import { putInCalls, putInStays, takeOutCalls, takeOutStays } from "./statements/recount";

/** So few that one transaction is short, and so many that years are soon counted. */
const BATCH = 250;
/** How many days of beds one statement counts: with thousands of beds, more would take longer than a statement may. */
const BEDS_BATCH = 25;

type Mark = RowOf<typeof takeMarks>;

/**
 * Recounts the days that were marked since, from the rows themselves; for a timer, on any number of workers, of which one counts at
 * a time. The marks go in the transaction that writes the counts: a crash leaves both as they were, and a mark that is written
 * meanwhile is for the next round. Returns how many marks there were.
 */
export async function recountDays(): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await recountBatch();
    count += taken;
    if (taken === 0) return count;
  }
}

function recountBatch(): Promise<number> {
  return inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
    const [lock] = await leadRecount(tx, LOCK_NUMBERS.daySums);
    if (!lock?.leads) return 0;
    const marks = await takeMarks(tx, BATCH);
    if (marks.length === 0) return 0;
    for (const mark of marks) if (isEverything(mark)) await markEverything(tx, mark);
    const days = await daysOfMarks(
      tx,
      marks.filter((mark) => !isEverything(mark)),
    );
    const [visits, stays, calls] = [days("VISITS"), days("STAYS"), days("CALLS")];
    if (visits.length > 0) await recountVisits(tx, visits);
    for (let first = 0; first < stays.length; first += BEDS_BATCH) {
      const part = stays.slice(first, first + BEDS_BATCH);
      await takeOutStays(tx, part);
      await putInStays(tx, part);
    }
    if (calls.length > 0) {
      await takeOutCalls(tx, calls);
      await putInCalls(tx, calls);
    }
    return marks.length;
  });
}

const isEverything = ({ at, day }: Mark) => at === null && day === null;

async function markEverything(tx: Sql, { kind, doctorId, hospitalId }: Mark): Promise<void> {
  if (kind === "VISITS" && doctorId !== null) {
    await noteSentReminders(tx, doctorId);
    await markDaysOfDoctor(tx, doctorId);
  }
  if (kind === "STAYS" && hospitalId !== null) await markDaysOfBeds(tx, hospitalId);
  if (kind === "CALLS" && hospitalId !== null) await markDaysOfCalls(tx, hospitalId);
}

/** Returns the days of each kind that the marks mean, each once, by the calendar of its place. What is gone has no days. */
async function daysOfMarks(tx: Sql, marks: readonly Mark[]): Promise<(kind: Mark["kind"]) => ZonedDay[]> {
  const ids = (of: (mark: Mark) => string | null) => [...new Set(marks.flatMap((mark) => of(mark) ?? []))];
  const zones = new Map(
    (
      await zonesOf(
        tx,
        ids(({ doctorId }) => doctorId),
        ids(({ hospitalId }) => hospitalId),
      )
    ).map((row) => [
      row.id,
      // A zone that is unknown by now shall not hold up everyone's numbers.
      zoneNamed(row.timeZone) ? row.timeZone : "UTC",
    ]),
  );
  return (kind) => {
    const days = new Map<string, ZonedDay>();
    for (const { doctorId, hospitalId, at, day: marked } of marks.filter((mark) => mark.kind === kind)) {
      const timeZone = zones.get(hospitalId ?? doctorId ?? "");
      if (timeZone === undefined || (doctorId !== null && !zones.has(doctorId))) continue;
      const day = marked ? marked.toISOString().slice(0, 10) : localDateAt(at!, timeZone);
      const [from, to] = [startOfLocalDate(day, timeZone), startOfLocalDate(shiftDate(day, 1), timeZone)];
      days.set(`${doctorId} ${hospitalId} ${day}`, { doctorId, hospitalId, day, from, to, timeZone });
    }
    return [...days.values()];
  };
}
