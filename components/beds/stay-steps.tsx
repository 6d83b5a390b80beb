"use client";
import { Button } from "@/components/ui/button";
import { useReader } from "@/components/ui/reader";
import { stepsOf } from "./bed-steps";
import { shortMoments } from "./board-dates";
import { BoardQuestions } from "./board-questions";
import { allBeds, type Board, type BoardRequest } from "./board-view";
import { useBoardSteps } from "./use-board-steps";

type Props = { board: Board; bookingId: string; request: BoardRequest | null };

/** The board's steps, on the stay's own page. */
export function StaySteps({ board, bookingId, request }: Props) {
  const reader = useReader();
  const steps = useBoardSteps(board);
  const { work, question, ask } = steps;
  const placed = allBeds(board).find(({ bed }) => bed.stay?.id === bookingId);
  const isBusy = work.pending !== undefined;
  return (
    <div role="group" aria-label="Steps" className="mt-6 flex flex-wrap gap-2 empty:hidden">
      {request ? (
        <>
          <Button disabled={isBusy} onClick={() => ask({ kind: "assign", request })}>
            Assign…
          </Button>
          <Button variant="secondary" disabled={isBusy} onClick={() => ask({ kind: "decline", booking: request })}>
            Decline…
          </Button>
        </>
      ) : null}
      {placed && placed.bed.condition !== "CLEANING"
        ? stepsOf(placed, false).map(({ step, label, isMain, isDanger }) => (
            <Button
              key={step}
              variant={isMain ? "primary" : "secondary"}
              disabled={isBusy}
              className={isDanger ? "text-stop" : ""}
              onClick={() => steps.take(placed, step)}
            >
              {label}
            </Button>
          ))
        : null}
      {question ? (
        <BoardQuestions
          board={board}
          question={question}
          work={work}
          moment={shortMoments(board.asOf, reader)}
          ask={ask}
          onClose={steps.close}
        />
      ) : null}
    </div>
  );
}
