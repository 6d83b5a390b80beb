"use client";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { LocaleText } from "@/components/ui/locale-text";
import { BED_CONDITION_LABELS } from "@/lib/domain/beds/format";
import type { ShortMoment } from "./board-dates";
import { CleaningTimer, KeptFor } from "./bed-timers";
import type { BoardBed, BoardStay } from "./board-view";
import { ConditionMark } from "./condition-mark";

export type BedCardProps = {
  bed: BoardBed;
  wardName: string;
  moment: ShortMoment;
  asOf: string;
  /** The one in its ward that Tab leads to; arrow keys reach the others. */
  isCurrent: boolean;
  isPending: boolean;
};

/**
 * One bed at a glance. It has no listeners of its own: the board reads from `data-bed` and `data-do` what was pressed
 * or dragged, so that hundreds of these stay light.
 */
export function BedCard({ bed, wardName, moment, asOf, isCurrent, isPending }: BedCardProps) {
  const { condition, stay } = bed;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <li
      data-bed={bed.id}
      data-condition={condition}
      data-drag={stay?.id}
      className={cn(
        "relative flex min-h-24 flex-col rounded-lg border border-line bg-surface p-3 hover:border-line-strong",
        "has-[[data-bed-button]:focus-visible]:outline-2 has-[[data-bed-button]:focus-visible]:outline-offset-2 has-[[data-bed-button]:focus-visible]:outline-ring",
        "group-data-[dragging]/board:opacity-45 group-data-[dragging]/board:data-[condition=FREE]:border-dashed group-data-[dragging]/board:data-[condition=FREE]:border-accent group-data-[dragging]/board:data-[condition=FREE]:opacity-100",
        "data-[news]:border-accent data-[over]:bg-accent-soft",
        stay && "pointer-fine:cursor-grab",
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
        <button
          type="button"
          data-bed-button={bed.id}
          data-do="open"
          tabIndex={tabIndex}
          className="min-w-0 truncate text-left font-semibold outline-none after:absolute after:inset-0 after:rounded-lg"
        >
          {bed.label}
          <span className="sr-only">
            , {wardName}, {BED_CONDITION_LABELS[condition]}
            {stay ? `, ${stay.name}` : ""}
          </span>
        </button>
        <ConditionMark condition={condition} />
      </div>
      <div className="mt-1.5 min-w-0 flex-1 text-sm">
        {stay ? <StayLines bed={bed} stay={stay} moment={moment} asOf={asOf} /> : null}
        {condition === "CLEANING" && bed.cleaningDueAt ? (
          <CleaningTimer
            since={bed.stateChangedAt}
            due={bed.cleaningDueAt}
            asOf={asOf}
            what={`${bed.label}, ${wardName}`}
          />
        ) : null}
        {condition === "OUT_OF_SERVICE" ? <p className="line-clamp-2 text-quiet">{bed.reason}</p> : null}
        {bed.later[0] ? <p className="truncate text-quiet">then {bed.later[0].name}</p> : null}
      </div>
      <QuickStep bed={bed} wardName={wardName} tabIndex={tabIndex} isPending={isPending} />
    </li>
  );
}

type Lines = { bed: BoardBed; stay: BoardStay; moment: ShortMoment; asOf: string };

function StayLines({ bed, stay, moment, asOf }: Lines) {
  if (stay.status === "RESERVED") {
    return (
      <>
        <p className="truncate font-medium">{stay.name}</p>
        {stay.from > asOf ? (
          <p className="text-quiet">
            from <Moment at={stay.from} moment={moment} />
          </p>
        ) : null}
        {stay.reservedUntil && bed.condition === "RESERVED" ? <KeptFor until={stay.reservedUntil} asOf={asOf} /> : null}
      </>
    );
  }
  const isOver = stay.to !== null && stay.to < asOf;
  return (
    <>
      <p className="truncate font-medium">{stay.name}</p>
      <p className="text-quiet">
        since <Moment at={stay.from} moment={moment} />
      </p>
      {stay.to ? (
        <p className={isOver ? "font-semibold text-wait" : "text-quiet"}>
          {isOver ? "was due to leave " : "until "}
          <Moment at={stay.to} moment={moment} />
        </p>
      ) : null}
    </>
  );
}

function Moment({ at, moment }: { at: string; moment: ShortMoment }) {
  return (
    <LocaleText as="time" dateTime={at}>
      {moment(at)}
    </LocaleText>
  );
}

type QuickStepProps = Pick<BedCardProps, "bed" | "wardName" | "isPending"> & { tabIndex: number };

function QuickStep({ bed, wardName, tabIndex, isPending }: QuickStepProps) {
  const { stay } = bed;
  const quick = quickStep(bed);
  if (!quick) return null;
  return (
    <Button
      size="sm"
      variant="secondary"
      data-do={quick.do}
      tabIndex={tabIndex}
      pending={isPending}
      className="relative z-10 mt-2 w-full"
    >
      {quick.label}
      <span className="sr-only">
        : {stay && quick.do === "admit" ? `${stay.name}, ${bed.label}` : `${bed.label}, ${wardName}`}
      </span>
    </Button>
  );
}

/** The most frequent step from here, on the card itself. */
function quickStep({ condition, stay }: BoardBed): { do: "admit" | "ready"; label: string } | null {
  if (condition === "RESERVED" && stay) return { do: "admit", label: "Admit" };
  if (condition === "CLEANING") return { do: "ready", label: "Ready" };
  return null;
}
