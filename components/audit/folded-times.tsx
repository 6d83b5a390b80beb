import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";

type Props = {
  /** How often it happened; of those beyond the items only the number is shown. */
  count: number;
  items: { at: string; text?: ReactNode }[];
};

/** The single times of a folded line, behind "4 times". Nothing for a line that stands for one. */
export function FoldedTimes({ count, items }: Props) {
  if (count <= 1) return null;
  return (
    <details className="mt-1 text-sm">
      <summary className="touch-target w-fit cursor-pointer rounded-md font-medium text-accent">{count} times</summary>
      <ul className="mt-1 grid gap-0.5 border-l border-line pl-3">
        {items.map(({ at, text }, index) => (
          <li key={`${at}-${index}`}>
            <LocalTime instant={at} style="dated-time" className="tabular" />
            {text ? <>, {text}</> : null}
          </li>
        ))}
        {count > items.length ? <li className="text-quiet">and {count - items.length} earlier</li> : null}
      </ul>
    </details>
  );
}
