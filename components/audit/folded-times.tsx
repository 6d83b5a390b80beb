import type { ReactNode } from "react";
import { LocalTimeRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";

type Props = {
  /** How often it happened; of those beyond the items only the number is shown. */
  count: number;
  items: { at: string; until?: string; text?: ReactNode }[];
};

const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000);

/** When something happened; from when until when, where it took longer than a minute. */
export function TimeOf({ at, until = at }: { at: string; until?: string | undefined }) {
  return minuteOf(at) === minuteOf(until) ? (
    <LocalTime instant={at} style="dated-time" className="tabular" />
  ) : (
    <LocalTimeRange start={at} end={until} withDate className="tabular" />
  );
}

/** The single times of a folded line, behind "4 times". Nothing for a line that stands for one. */
export function FoldedTimes({ count, items }: Props) {
  if (count <= 1) return null;
  return (
    <details className="mt-1 text-sm">
      <summary className="touch-target w-fit cursor-pointer rounded-md font-medium text-accent">{count} times</summary>
      <ul className="mt-1 grid gap-0.5 border-l border-line pl-3">
        {items.map(({ at, until, text }, index) => (
          <li key={`${at}-${index}`}>
            <TimeOf at={at} until={until} />
            {text ? <>, {text}</> : null}
          </li>
        ))}
        {count > items.length ? <li className="text-quiet">and {count - items.length} earlier</li> : null}
      </ul>
    </details>
  );
}
