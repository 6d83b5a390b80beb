"use client";
import { useRef, type MouseEvent } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { useReader } from "@/components/ui/reader";
import { BedSheet } from "./bed-sheet";
import { BedsAndRequests } from "./beds-and-requests";
import { shortMoments } from "./board-dates";
import { BoardHeader } from "./board-header";
import { BoardQuestions } from "./board-questions";
import { allBeds, findBed, type Board } from "./board-view";
import { NoWards } from "./no-wards";
import { useBedDrag } from "./use-bed-drag";
import { useBoardNews } from "./use-board-news";
import { useBoardSteps } from "./use-board-steps";
import { useFocusKept } from "./use-focus-kept";
import { useOpenBed } from "./use-open-bed";

export type BedBoardProps = { board: Board; hospitalName: string };

/** All beds of the hospital and its waiting list. One handler reads what is pressed on any bed. */
export function BedBoard({ board, hospitalName }: BedBoardProps) {
  const moment = shortMoments(board.asOf, useReader());
  const { root, ghost, listeners, news, steps, open, onPress, closeSheet, closeQuestion } = useBedBoard(board);
  const { work, question, ask } = steps;
  return (
    <div ref={root} className="group/board" {...listeners}>
      <LiveRegion>{news}</LiveRegion>
      <BoardHeader board={board} hospitalName={hospitalName} onAdmit={() => ask({ kind: "admit-new" })} />
      {board.wards.length === 0 ? (
        <NoWards canSetUp={board.canSetUp} />
      ) : (
        <BedsAndRequests board={board} moment={moment} pending={work.pending} onPress={onPress} ask={ask} />
      )}
      <div
        ref={ghost}
        aria-hidden
        className="pointer-events-none fixed top-0 left-0 z-50 hidden max-w-60 truncate rounded-md border border-accent bg-raised px-3 py-2 text-sm font-semibold shadow-raised group-data-[dragging]/board:block"
      />
      {open ? (
        <BedSheet
          placed={open}
          asOf={board.asOf}
          hasRequests={board.requests.length > 0}
          isPending={work.pending !== undefined}
          onStep={(step) => steps.take(open, step)}
          onClose={closeSheet}
        />
      ) : null}
      {question ? (
        <BoardQuestions
          board={board}
          question={question}
          work={work}
          moment={moment}
          ask={ask}
          onClose={closeQuestion}
        />
      ) : null}
    </div>
  );
}

/** What is open, dragged and announced on the board, and where focus goes. */
function useBedBoard(board: Board) {
  const [openBedId, setOpenBedId] = useOpenBed();
  const steps = useBoardSteps(board);
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const news = useBoardNews(board, root, steps.work.pending !== undefined);
  const focus = useFocusKept(board, root);
  const drag = useBedDrag({
    root,
    ghost,
    nameOf: (id) => nameOf(board, id),
    onDrop: ({ dragId, bedId }) => steps.drop(dragId, bedId),
  });
  const closeSheet = () => setOpenBedId(undefined);
  const closeQuestion = (bedId?: string) => {
    if (bedId) {
      closeSheet();
      focus.goTo(bedId);
    }
    steps.close();
  };
  const onPress = (event: MouseEvent<HTMLElement>) => {
    const pressed = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
    const placed = findBed(board, pressed?.closest<HTMLElement>("[data-bed]")?.dataset.bed);
    if (!pressed || !placed) return;
    if (pressed.dataset.do === "open") setOpenBedId(placed.bed.id);
    else if (pressed.dataset.do === "admit" || pressed.dataset.do === "ready") steps.take(placed, pressed.dataset.do);
  };
  const listeners = { onClickCapture: drag.onClickCapture, ...focus.listeners };
  const open = findBed(board, openBedId);
  return { root, ghost, listeners, news, steps, open, onPress, closeSheet, closeQuestion };
}

function nameOf(board: Board, bookingId: string): string | undefined {
  const request = board.requests.find(({ id }) => id === bookingId);
  return request?.name ?? allBeds(board).find(({ bed }) => bed.stay?.id === bookingId)?.bed.stay?.name;
}
