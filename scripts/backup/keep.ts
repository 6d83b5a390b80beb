const DAY_MS = 86_400_000;
/** Every backup of the last two days is kept, made by hand or not. */
const ALL_MS = 2 * DAY_MS;
/** For five weeks one a week is kept, for what is noticed late. */
const WEEKLY_MS = 35 * DAY_MS;

export type Kept<Backup> = {
  backups: Backup[];
  /** The log is kept from this one on without a gap: any second since it can be restored. */
  anchor: Backup | undefined;
};

/**
 * Chooses which backups stay: all of the last two days, one a day for as long as every second can be restored (`days`), the
 * one before, without which the first of these days couldn't be, and one a week for five weeks. The newest always stays.
 */
export function chooseKept<Backup extends { endedAt: Date }>(all: Backup[], now: Date, days: number): Kept<Backup> {
  const sorted = [...all].sort((a, b) => a.endedAt.getTime() - b.endedAt.getTime());
  const age = ({ endedAt }: Backup) => now.getTime() - endedAt.getTime();
  const exact = days * DAY_MS;
  const anchor = sorted.findLast((one) => age(one) >= exact) ?? sorted[0];
  const periods = new Set<string>();
  const isFirstOf = (period: string) => !periods.has(period) && Boolean(periods.add(period));
  const backups = sorted.filter((one) => {
    const day = Math.floor(one.endedAt.getTime() / DAY_MS);
    // Each is noted for its day and week, also when it stays for another reason.
    const [isDaily, isWeekly] = [isFirstOf(`day ${day}`), isFirstOf(`week ${Math.floor((day + 3) / 7)}`)];
    if (one === anchor || one === sorted.at(-1) || age(one) <= ALL_MS) return true;
    return (isDaily && age(one) <= exact) || (isWeekly && age(one) <= Math.max(WEEKLY_MS, exact));
  });
  return { backups, anchor };
}
