"use client";
import { BedDouble } from "lucide-react";
import type { KeyboardEvent, MouseEventHandler } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { moveFocus } from "@/components/ui/move-focus";
import type { ShortMoment } from "./board-dates";
import { BoardFilters } from "./board-filters";
import { filterWards } from "./board-rules";
import type { Board } from "./board-view";
import { RequestList } from "./request-list";
import { RequestSheet, requestTitle } from "./request-sheet";
import { useBoardFilter } from "./use-board-filter";
import type { BoardQuestion } from "./use-board-steps";
import { WardSection } from "./ward-section";

export type BedsAndRequestsProps = {
  board: Board;
  moment: ShortMoment;
  /** The key of the step that is pending; one of a bed is `bed:` and its ID. */
  pending: string | undefined;
  /** Called with every press on a bed. */
  onPress: MouseEventHandler<HTMLElement>;
  ask: (question: BoardQuestion) => void;
};

/** The wards with their beds, as filtered, and the waiting list beside them. */
export function BedsAndRequests({ board, moment, pending, onPress, ask }: BedsAndRequestsProps) {
  const { filter, change, clear, isFiltered } = useBoardFilter();
  const shown = filterWards(board.wards, filter);
  const pendingBedId = pending?.startsWith("bed:") ? pending.slice(4) : undefined;
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
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_19rem]">
      <section aria-label="Beds" className="min-w-0">
        <RequestSheet count={board.requestCount}>{requests}</RequestSheet>
        <BoardFilters wards={board.wards} filter={filter} onChange={change} />
        <div
          onClick={onPress}
          onKeyDown={(event: KeyboardEvent<HTMLElement>) => void moveFocus(event, "[data-bed-button]")}
        >
          {shown.map((ward) => {
            const whole = board.wards.find(({ id }) => id === ward.id) ?? ward;
            return (
              <WardSection
                key={ward.id}
                ward={ward}
                moment={moment}
                board={board}
                whole={whole}
                pendingBedId={pendingBedId}
              />
            );
          })}
        </div>
        {shown.length === 0 && isFiltered ? <NoBedMatches onClear={clear} /> : null}
      </section>
      <aside
        aria-label="Requests"
        className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4 xl:block"
      >
        <h2 className="mb-3 text-base">{requestTitle(board.requestCount)}</h2>
        {requests}
      </aside>
    </div>
  );
}

function NoBedMatches({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<BedDouble />}
      title="No beds match this filter"
      text="Beds appear here when they match."
      action={
        <Button variant="secondary" onClick={onClear}>
          Show all beds
        </Button>
      }
    />
  );
}
