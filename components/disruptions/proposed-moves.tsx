"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { LocalTime } from "@/components/ui/local-time";
import type { ProposedMove } from "./use-moves";

type Props = {
  moves: ProposedMove[];
  chosen: ReadonlySet<string>;
  onToggle: (appointmentId: string, is: boolean) => void;
  /** Why an appointment couldn't be moved. */
  results: ReadonlyMap<string, string>;
};

/** Old and new time of each, to tick; and why one didn't go. */
export function ProposedMoves({ moves, chosen, onToggle, results }: Props) {
  if (moves.length === 0) return <p className="text-sm">No one needs a new time any more.</p>;
  return (
    <ul
      aria-label="Proposed times"
      className="max-h-96 divide-y divide-line overflow-y-auto rounded-md border border-line"
    >
      {moves.map((move) => (
        <li key={move.appointmentId} className="px-3 py-2.5 text-sm">
          <Checkbox
            label={move.patientName}
            hint={<NewTime move={move} refused={results.get(move.appointmentId)} />}
            checked={chosen.has(move.appointmentId)}
            disabled={move.to === null || results.has(move.appointmentId)}
            onCheckedChange={(is) => onToggle(move.appointmentId, is === true)}
          />
        </li>
      ))}
    </ul>
  );
}

function NewTime({ move: { from, to, timeZone }, refused }: { move: ProposedMove; refused: string | undefined }) {
  return (
    <>
      <LocalTime instant={from} timeZone={timeZone} style="datetime" /> →{" "}
      {to ? <LocalTime instant={to.start} timeZone={timeZone} style="datetime" /> : "no time left that suits them"}
      {refused ? <span className="block font-medium text-stop">{refused}</span> : null}
    </>
  );
}
