"use client";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { BedCard } from "./bed-card";
import type { ShortMoment } from "./board-dates";
import { countBeds } from "./board-rules";
import type { BoardWard } from "./board-view";

export type WardSectionProps = {
  ward: BoardWard;
  /** All its beds and its free ones, regardless of filters. */
  total: number;
  free: number;
  moment: ShortMoment;
  asOf: string;
  /** The bed whose quick step is pending. */
  pendingBedId: string | undefined;
};

/** A ward and its beds. One Tab stop; arrow keys move from bed to bed. */
export function WardSection({ ward, total, free, moment, asOf, pendingBedId }: WardSectionProps) {
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
        <p className="text-sm text-quiet tabular">{total === 0 ? "no beds yet" : `${free} of ${total} free`}</p>
      </div>
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

export function freeOf(ward: BoardWard): number {
  return countBeds(ward.beds).FREE;
}
