"use client";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/platform/text/counted";
import { shiftDate, shiftMonths } from "@/lib/platform/time/local-date";

const SUGGESTIONS = [
  { label: "In 1 week", from: (today: string) => shiftDate(today, 7) },
  { label: "In 2 weeks", from: (today: string) => shiftDate(today, 14) },
  { label: "In 1 month", from: (today: string) => shiftMonths(today, 1) },
  { label: "In 3 months", from: (today: string) => shiftMonths(today, 3) },
  { label: "In 6 months", from: (today: string) => shiftMonths(today, 6) },
];

type Props = { today: string; firstDate: string; horizonDays: number; onJump: (date: string) => void };

/** The usual intervals, which jump to their date. Those beyond what the hours offer are left out, and it says why. */
export function FollowUpDates({ today, firstDate, horizonDays, onJump }: Props) {
  const last = shiftDate(today, horizonDays);
  const dates = SUGGESTIONS.map(({ label, from }) => ({ label, date: from(today) }));
  const open = dates.filter(({ date }) => date <= last);
  return (
    <div className="mb-5">
      <div role="group" aria-label="Jump to" className="flex flex-wrap gap-2 empty:hidden">
        {open.map(({ label, date }) => (
          <Button
            key={label}
            size="sm"
            variant="secondary"
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            aria-pressed={date === firstDate}
            onClick={() => onJump(date)}
          >
            {label}
          </Button>
        ))}
      </div>
      {open.length < dates.length ? (
        <p className="mt-2 text-sm text-quiet">
          Bookable up to {counted(horizonDays, "day")} ahead, as set under Hours.
        </p>
      ) : null}
    </div>
  );
}
