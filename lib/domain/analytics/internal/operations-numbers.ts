import type { Tx } from "@/lib/platform/db/db";
import { daysBetween, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { bedDays } from "../rules/beds";
import { plus } from "../rules/days";
import type { Stretch } from "../rules-range";
import type { BedNumbers, CallNumbers } from "../schema-report";
import { CALL_COUNTS, STAY_COUNTS, type CallCounts, type StayCounts } from "../status";
import { bedCount, callSums, staySums, type Range } from "../statements/report";

type Parts = {
  hospitalId: string | null;
  now: Date;
  today: string;
  timeZone: string;
  range: Range;
  stretches: readonly Stretch[];
};

const zero = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
const NO_STAYS: StayCounts = zero(STAY_COUNTS);
const NO_CALLS: CallCounts = zero(CALL_COUNTS);
const BED_COUNTS = [...STAY_COUNTS, "takenDays", "days"] as const;
const NO_BEDS = { ...NO_STAYS, takenDays: 0, days: 0 };

/** Puts a hospital's beds together, or everyone's: how many were taken follows from all that came and went. */
export async function bedNumbers(tx: Tx, parts: Parts): Promise<BedNumbers> {
  const { hospitalId, now, today, timeZone, range, stretches } = parts;
  const rows = await staySums(tx, hospitalId, range);
  const earlier = rows.find(({ day }) => day === null);
  const dates = Array.from({ length: daysBetween(range.before, range.to) + 1 }, (_, n) => shiftDate(range.before, n));
  const secondsOfToday = (now.getTime() - startOfLocalDate(today, timeZone).getTime()) / 1000;
  const days = bedDays(
    rows.flatMap(({ day, ...counts }) => (day === null ? [] : [{ day, ...counts }])),
    earlier ? earlier.came - earlier.went : 0,
    { today, secondsOfToday },
    dates,
  );
  const points = stretches.map((stretch) => ({ ...stretch, ...NO_BEDS }));
  const earlierDays = { ...NO_BEDS };
  let n = 0;
  for (const day of days) {
    while (day.day > (stretches[n]?.to ?? day.day)) n++;
    addTo(day.day < range.from ? earlierDays : points[n], day);
  }
  const all = { ...NO_BEDS };
  for (const point of points) addTo(all, point);
  const { days: _, ...total } = all;
  const { days: __, ...before } = earlierDays;
  const [row] = await bedCount(tx, hospitalId);
  return { beds: row?.beds ?? 0, total, before, points };
}

/** Puts the calls together that a hospital took, or that any did. */
export async function callNumbers(tx: Tx, { hospitalId, range, stretches }: Parts): Promise<CallNumbers> {
  const rows = await callSums(
    tx,
    hospitalId,
    range,
    stretches.map(({ from }) => from),
  );
  const of = (n: number): CallCounts => {
    const { n: _, ...counts } = rows.find((row) => row.n === n) ?? { n, ...NO_CALLS };
    return counts;
  };
  const points = stretches.map((stretch, index) => ({ ...stretch, ...of(index + 1) }));
  return { total: points.reduce<CallCounts>((sum, point) => plus(sum, point), NO_CALLS), before: of(0), points };
}

/** Adds a day's counts to a sum in place: there are many days. */
function addTo(sum: typeof NO_BEDS | undefined, counts: typeof NO_BEDS): void {
  if (sum) for (const name of BED_COUNTS) sum[name] += counts[name];
}
