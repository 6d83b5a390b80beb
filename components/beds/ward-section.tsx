"use client";
import { useId, useState } from "react";
import { CloseWardButton } from "@/components/ward-closures/close-ward-button";
import { WardClosings } from "@/components/ward-closures/ward-closings";
import { Badge } from "@/components/ui/badge";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { BedCard } from "./bed-card";
import type { ShortMoment } from "./board-dates";
import { countBeds } from "./board-rules";
import type { Board, BoardWard } from "./board-view";

export type WardSectionProps = {
  ward: BoardWard;
  /** The same with all its beds, regardless of filters. */
  whole: BoardWard;
  board: Board;
  moment: ShortMoment;
  /** The bed whose quick step is pending. */
  pendingBedId: string | undefined;
};

/** A ward and its beds. One Tab stop; arrow keys move from bed to bed. */
export function WardSection({ ward, whole, board, moment, pendingBedId }: WardSectionProps) {
  const { asOf, hospitalId } = board;
  const headingId = useId();
  const [visited, setVisited] = useState<string>();
  const current = ward.beds.find(({ id }) => id === visited) ?? ward.beds[0];
  return (
    <section
      aria-labelledby={headingId}
      className="mt-6 [contain-intrinsic-size:auto_24rem] [content-visibility:auto] first:mt-0"
    >
      <div className="mb-2.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={headingId} className="text-base">
          {ward.name}
        </h2>
        {ward.name === WARD_KIND_LABELS[ward.kind] ? null : <Badge>{WARD_KIND_LABELS[ward.kind]}</Badge>}
        <p className="flex-1 text-sm text-quiet tabular">{freeText(whole)}</p>
        {whole.beds.length > 0 ? <CloseWardButton hospitalId={hospitalId} ward={whole} asOf={asOf} /> : null}
      </div>
      <WardClosings closures={board.closures.filter(({ wardId }) => wardId === ward.id)} />
      <ul
        aria-labelledby={headingId}
        onFocus={(event) => {
          const bedId = (event.target as HTMLElement).closest<HTMLElement>("[data-bed]")?.dataset.bed;
          if (bedId) setVisited(bedId);
        }}
        className="-m-1 grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))] gap-3 p-1"
      >
        {ward.beds.map((bed) => (
          <BedCard
            key={bed.id}
            bed={bed}
            wardName={ward.name}
            moment={moment}
            asOf={asOf}
            isCurrent={bed.id === current?.id}
            isPending={bed.id === pendingBedId}
          />
        ))}
      </ul>
    </section>
  );
}

function freeText({ beds }: BoardWard): string {
  const { FREE, CLOSED } = countBeds(beds);
  if (beds.length === 0) return "no beds yet";
  return `${FREE} of ${beds.length} free${CLOSED > 0 ? `, ${CLOSED} closed` : ""}`;
}
