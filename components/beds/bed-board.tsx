"use client";
import { BedDouble, History, Settings2, UserPlus } from "lucide-react";
import { useRef, type KeyboardEvent, type MouseEvent } from "react";
import { moveFocus } from "@/components/ui/move-focus";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { PageHeader } from "@/components/ui/page-header";
import { useReader } from "@/components/ui/reader";
import { routes } from "@/lib/site/routes";
import { BedSheet } from "./bed-sheet";
import { shortMoments } from "./board-dates";
import { BoardFilters } from "./board-filters";
import { BoardQuestions } from "./board-questions";
import { BoardTitle } from "./board-title";
import { countBeds, filterWards } from "./board-rules";
import { allBeds, findBed, type Board } from "./board-view";
import { NoWards } from "./no-wards";
import { RequestList } from "./request-list";
import { RequestSheet, requestTitle } from "./request-sheet";
import { useBedDrag } from "./use-bed-drag";
import { useBoardFilter } from "./use-board-filter";
import { useBoardNews } from "./use-board-news";
import { useBoardSteps } from "./use-board-steps";
import { useFocusKept } from "./use-focus-kept";
import { useOpenBed } from "./use-open-bed";
import { freeOf, WardSection } from "./ward-section";

export type BedBoardProps = { board: Board; hospitalName: string };

/** All beds of the hospital and its waiting list. One handler reads what is pressed on any bed. */
export function BedBoard({ board, hospitalName }: BedBoardProps) {
  const reader = useReader();
  const moment = shortMoments(board.asOf, reader);
  const { filter, change, clear, isFiltered } = useBoardFilter();
  const [openBedId, setOpenBedId] = useOpenBed();
  const steps = useBoardSteps(board);
  const { work, question, ask } = steps;
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const news = useBoardNews(board, root, work.pending !== undefined);
  const focus = useFocusKept(board, root);
  const drag = useBedDrag({
    root,
    ghost,
    nameOf: (id) => nameOf(board, id),
    onDrop: ({ dragId, bedId }) => steps.drop(dragId, bedId),
  });

  const open = findBed(board, openBedId);
  const counts = countBeds(allBeds(board).map(({ bed }) => bed));
  const shown = filterWards(board.wards, filter);
  const pendingBedId = work.pending?.startsWith("bed:") ? work.pending.slice(4) : undefined;

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const pressed = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
    const placed = findBed(board, pressed?.closest<HTMLElement>("[data-bed]")?.dataset.bed);
    if (!pressed || !placed) return;
    if (pressed.dataset.do === "open") setOpenBedId(placed.bed.id);
    else if (pressed.dataset.do === "admit" || pressed.dataset.do === "ready") steps.take(placed, pressed.dataset.do);
  };
  const requests = (
    <RequestList
      requests={board.requests}
      count={board.requestCount}
      moment={moment}
      asOf={board.asOf}
      onAssign={(request) => ask({ kind: "assign", request })}
      onDecline={(booking) => ask({ kind: "decline", booking })}
    />
  );
  return (
    <div ref={root} className="group/board" onClickCapture={drag.onClickCapture} {...focus.listeners}>
      <LiveRegion>{news}</LiveRegion>
      <PageHeader
        eyebrow={hospitalName}
        title={<BoardTitle counts={counts} />}
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href={routes.hospital.stays()}>
                <History aria-hidden /> Stays
              </Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={routes.hospital.wards()}>
                <Settings2 aria-hidden /> Wards
              </Link>
            </Button>
            {counts.FREE + board.wards.length > 0 ? (
              <Button onClick={() => ask({ kind: "admit-new" })}>
                <UserPlus aria-hidden /> Admit
              </Button>
            ) : null}
          </>
        }
      />
      {board.wards.length === 0 ? (
        <NoWards canSetUp={board.canSetUp} />
      ) : (
        <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <section aria-label="Beds" className="min-w-0">
            <RequestSheet count={board.requestCount}>{requests}</RequestSheet>
            <BoardFilters wards={board.wards} filter={filter} onChange={change} />
            <div
              onClick={onClick}
              onKeyDown={(event: KeyboardEvent<HTMLElement>) => void moveFocus(event, "[data-bed-button]")}
            >
              {shown.map((ward) => {
                const whole = board.wards.find(({ id }) => id === ward.id) ?? ward;
                return (
                  <WardSection
                    key={ward.id}
                    ward={ward}
                    total={whole.beds.length}
                    free={freeOf(whole)}
                    moment={moment}
                    asOf={board.asOf}
                    pendingBedId={pendingBedId}
                  />
                );
              })}
            </div>
            {shown.length === 0 && isFiltered ? (
              <EmptyState
                icon={<BedDouble />}
                title="No beds match this filter"
                text="Beds appear here when they match."
                action={
                  <Button variant="secondary" onClick={clear}>
                    Show all beds
                  </Button>
                }
              />
            ) : null}
          </section>
          <aside
            aria-label="Requests"
            className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4 xl:block"
          >
            <h2 className="mb-3 text-base">{requestTitle(board.requestCount)}</h2>
            {requests}
          </aside>
        </div>
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
          onClose={() => setOpenBedId(undefined)}
        />
      ) : null}
      {question ? (
        <BoardQuestions
          board={board}
          question={question}
          work={work}
          moment={moment}
          ask={ask}
          onClose={(bedId) => {
            if (bedId) {
              setOpenBedId(undefined);
              focus.goTo(bedId);
            }
            steps.close();
          }}
        />
      ) : null}
    </div>
  );
}

function nameOf(board: Board, bookingId: string): string | undefined {
  const request = board.requests.find(({ id }) => id === bookingId);
  return request?.name ?? allBeds(board).find(({ bed }) => bed.stay?.id === bookingId)?.bed.stay?.name;
}
