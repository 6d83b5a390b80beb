import { unsafeListLines, type Standing } from "@/lib/domain/queues/queries";
import { numberText } from "@/lib/domain/queues/rules";
import { unsafeListCurrentAt } from "@/lib/domain/waiting-room/queries";
import { sql } from "@/lib/platform/db/sql";
import type { OpenDisplay } from "./queries";
import type { Board, ShownQueue } from "./schema";
import { NEXT_SHOWN } from "./status";

/** Returns what a screen shows now: of each of its queues who is called and who is next, by numbers alone. */
export async function loadBoard({ hospitalId, doctorId, doctorIds }: OpenDisplay, now: Date): Promise<Board> {
  const place = hospitalId === null ? { hospitalId: null, doctorId: doctorId ?? "" } : { hospitalId };
  const queues = await unsafeListCurrentAt(place, now);
  const shown = queues.filter((queue) => doctorIds.length === 0 || doctorIds.includes(queue.doctorId));
  const lines = await unsafeListLines(sql, shown);
  return { queues: shown.map((queue, index) => toShown(queue, lines[index] ?? [])), asOf: now.toISOString() };
}

type Shown = { id: string; letter: number; room: string | null };

function toShown({ id, letter, room }: Shown, line: Standing[]): ShownQueue {
  const waiting = line.filter(({ state }) => state === "WAITING").map(({ number }) => numberText(letter, number));
  const called = line.flatMap(({ number, calledAt }) =>
    calledAt ? [{ number: numberText(letter, number), calledAt: calledAt.toISOString() }] : [],
  );
  return {
    id,
    letter: numberText(letter, 0).slice(0, -1),
    room,
    called: called.toReversed(),
    next: waiting.slice(0, NEXT_SHOWN),
    more: Math.max(0, waiting.length - NEXT_SHOWN),
  };
}
