/** Fewer visits than this say nothing about how long the next one takes. */
const MIN_SAMPLES = 5;
/** Half of all visits lie between the quartiles. This many times as wide is a range that four of five waits stay within. */
const RANGE = 1.9;
const STEP = 5;
/** A visit longer than planned may end at any moment. */
const ANY_MOMENT = 5;

/** Minutes a visit takes: half of them between `low` and `high`. */
export type Duration = { low: number; typical: number; high: number };
/** Minutes until someone is called. */
export type Wait = { low: number; high: number };

/**
 * Returns how long a visit takes: quartiles and median of the measured ones, the same service's before all of the doctor's;
 * without enough of either, the planned minutes with a usual spread.
 */
export function durationOf(samples: readonly number[][], plannedMinutes: number): Duration {
  const measured = samples.find((minutes) => minutes.length >= MIN_SAMPLES);
  if (!measured) return { low: plannedMinutes * 0.75, typical: plannedMinutes, high: plannedMinutes * 1.5 };
  const sorted = [...measured].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.25), typical: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Returns what is left of a visit that has lasted so long. */
export function remainder({ low, typical, high }: Duration, elapsedMinutes: number): Duration {
  const left = (minutes: number) => Math.max(0, minutes - elapsedMinutes);
  return { low: left(low), typical: left(typical), high: Math.max(left(high), ANY_MOMENT) };
}

/**
 * Returns how long someone waits behind these visits, in steps of five minutes. Each visit's spread is its own, so that the
 * range grows by the root of the sum of squares. Someone who is early may wait until their time: `minutesUntilDue`.
 */
export function expectedWait(ahead: readonly Duration[], minutesUntilDue = 0): Wait {
  const typical = ahead.reduce((sum, one) => sum + one.typical, 0);
  const below = Math.hypot(...ahead.map((one) => one.typical - one.low)) * RANGE;
  const above = Math.hypot(...ahead.map((one) => one.high - one.typical)) * RANGE;
  const low = Math.max(0, typical - below);
  const high = Math.max(typical + above, minutesUntilDue);
  return { low: Math.floor(low / STEP) * STEP, high: Math.ceil(high / STEP) * STEP };
}
