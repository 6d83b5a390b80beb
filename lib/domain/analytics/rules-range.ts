import { daysBetween, firstOfWeek, shiftDate, shiftMonths } from "@/lib/platform/time/local-date";

export type Stretch = { from: string; to: string };
export type ReportUnit = "day" | "week" | "month";

const USUAL_DAYS = 30;
/** Five years. */
const MOST_DAYS = 1_830;

/**
 * Returns the days that are meant: by default the thirty up to today. A wrong order is put right, and of more than five years the
 * last five are meant. */
export function rangeOf(asked: { from?: string | undefined; to?: string | undefined }, today: string): Stretch {
  const to = asked.to ?? (asked.from !== undefined && asked.from > today ? asked.from : today);
  const from = asked.from ?? shiftDate(to, 1 - USUAL_DAYS);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const earliest = shiftDate(last, 1 - MOST_DAYS);
  return { from: first < earliest ? earliest : first, to: last };
}

/** Returns the stretch of the same length that comes right before. */
export function stretchBefore({ from, to }: Stretch): Stretch {
  return { from: shiftDate(from, -(daysBetween(from, to) + 1)), to: shiftDate(from, -1) };
}

/** Returns what a point of a plot covers, so that there are about thirty of them at most. */
export function unitOf({ from, to }: Stretch): ReportUnit {
  const days = daysBetween(from, to) + 1;
  return days <= 35 ? "day" : days <= 200 ? "week" : "month";
}

/** Cuts a stretch into days, weeks from Monday or months; the first and the last may be shorter. */
export function stretchesOf({ from, to }: Stretch, unit: ReportUnit): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = from; start <= to;) {
    const next = { day: () => shiftDate(start, 1), week: () => shiftDate(firstOfWeek(start), 7), month: nextMonth }[
      unit
    ];
    const end = shiftDate(next(), -1);
    stretches.push({ from: start, to: end < to ? end : to });
    start = next();
    function nextMonth(): string {
      return shiftMonths(`${start.slice(0, 7)}-01`, 1);
    }
  }
  return stretches;
}
