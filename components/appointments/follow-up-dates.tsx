"use client";
import { Button } from "@/components/ui/button";
import { shiftDate, shiftMonths } from "@/lib/platform/time/local-date";

const SUGGESTIONS = [
  { label: "In 1 week", from: (today: string) => shiftDate(today, 7) },
  { label: "In 2 weeks", from: (today: string) => shiftDate(today, 14) },
  { label: "In 1 month", from: (today: string) => shiftMonths(today, 1) },
  { label: "In 3 months", from: (today: string) => shiftMonths(today, 3) },
  { label: "In 6 months", from: (today: string) => shiftMonths(today, 6) },
];

type Props = { today: string; firstDate: string; onJump: (date: string) => void };

/** The usual intervals, which jump to their date. All are within the year the practice books ahead. */
export function FollowUpDates({ today, firstDate, onJump }: Props) {
  return (
    <div role="group" aria-label="Jump to" className="mb-5 flex flex-wrap gap-2">
      {SUGGESTIONS.map(({ label, from }) => (
        <Button
          key={label}
          size="sm"
          variant="secondary"
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
          aria-pressed={from(today) === firstDate}
          onClick={() => onJump(from(today))}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
