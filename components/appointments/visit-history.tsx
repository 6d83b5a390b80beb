import { LocalTime } from "@/components/ui/local-time";
import type { HistoryItem } from "@/lib/domain/history/schema";

/** What happened to a visit, in order: who did it and, for a move, both times. */
export function VisitHistory({ history, timeZone }: { history: HistoryItem[]; timeZone?: string | undefined }) {
  return (
    <ol className="grid gap-4 border-l border-line pl-5">
      {history.map(({ at, what, by, moved }) => (
        <li key={`${at} ${what}`} className="relative">
          <span
            aria-hidden
            className="absolute top-1.5 -left-[1.5625rem] size-2.5 rounded-full border-2 border-surface bg-accent"
          />
          <span className="block text-sm font-semibold">{what}</span>
          {moved ? (
            <span className="block text-sm">
              From <LocalTime instant={moved.from} timeZone={timeZone} style="datetime" otherTime={false} /> to{" "}
              <LocalTime instant={moved.to} timeZone={timeZone} style="datetime" otherTime={false} />
            </span>
          ) : null}
          {by ? <span className="block text-sm break-words">{by}</span> : null}
          <LocalTime style="dated-time" instant={at} className="text-sm text-quiet" />
        </li>
      ))}
    </ol>
  );
}
