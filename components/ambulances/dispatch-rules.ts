import { KIND_HINTS } from "@/lib/domain/ambulances/format";
import { counted } from "@/lib/platform/text/counted";
import type { DispatchView } from "./dispatch-view";

const vehiclesText = (free: number) =>
  free === 0 ? "no vehicle free" : counted(free, "vehicle free", "vehicles free");

/** The board's title: "2 calls waiting, 3 vehicles free". */
export function dispatchTitle({ waiting, counts }: Pick<DispatchView, "waiting" | "counts">): string {
  const calls =
    waiting.length === 0
      ? "No call waiting"
      : waiting.length === 1
        ? "1 call waiting"
        : `${waiting.length} calls waiting`;
  return `${calls}, ${vehiclesText(counts.AVAILABLE)}`;
}

type Seen = {
  waiting: Pick<DispatchView["waiting"][number], "id" | "kind" | "distanceKm">[];
  underWay: Pick<DispatchView["underWay"][number], "id">[];
};

/**
 * Returns announcements of what has changed since the board was last read: new calls, and calls that left without this
 * board's doing (`own` are those just answered here).
 */
export function dispatchNews(before: Seen, after: Seen, own: ReadonlySet<string> = new Set()): string[] {
  const known = new Set([...before.waiting, ...before.underWay].map(({ id }) => id));
  const still = new Set([...after.waiting, ...after.underWay].map(({ id }) => id));
  const came = after.waiting.filter(({ id }) => !known.has(id));
  const left = before.waiting.filter(({ id }) => !still.has(id) && !own.has(id));
  const ended = before.underWay.filter(({ id }) => !still.has(id) && !own.has(id));
  return [
    ...came.map(
      ({ kind, distanceKm }) => `New call: ${KIND_HINTS[kind]}${distanceKm === null ? "" : `, ${distanceKm} km away`}.`,
    ),
    ...left.map(() => "A call has left the list: another hospital has sent a vehicle, or it is no longer needed."),
    ...ended.map(() => "A call under way is over: its vehicle is free."),
  ];
}
