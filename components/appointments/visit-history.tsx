import { LocalTime } from "@/components/ui/local-time";
import type { Visit } from "./visit";

/** What happened to a visit, in order. */
export function VisitHistory({ history }: { history: Visit["history"] }) {
  return (
    <ol className="grid gap-4 border-l border-line pl-5">
      {history.map(({ at, what }) => (
        <li key={`${at} ${what}`} className="relative">
          <span aria-hidden className="absolute top-1.5 -left-[1.5625rem] size-2.5 rounded-full border-2 border-surface bg-accent" />
          <span className="block text-sm font-semibold">{what}</span>
          <LocalTime style="dated-time" instant={at} className="text-sm text-quiet" />
        </li>
      ))}
    </ol>
  );
}
