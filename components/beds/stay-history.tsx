import { LocalTime } from "@/components/ui/local-time";
import type { StayEvent } from "./stay-view";

/** What happened in a stay, in order, and in which bed. */
export function StayHistory({ history, timeZone }: { history: StayEvent[]; timeZone?: string | undefined }) {
  return (
    <ol className="grid gap-4 border-l border-line pl-5">
      {history.map(({ at, what, where, by }) => (
        <li key={`${at} ${what}`} className="relative">
          <span
            aria-hidden
            className="absolute top-1.5 -left-[1.5625rem] size-2.5 rounded-full border-2 border-surface bg-accent"
          />
          <span className="block text-sm font-semibold">{what}</span>
          {where ? <span className="block text-sm">{where}</span> : null}
          {by ? <span className="block text-sm break-words">{by}</span> : null}
          <LocalTime style="dated-time" instant={at} timeZone={timeZone} className="text-sm text-quiet" />
        </li>
      ))}
    </ol>
  );
}
