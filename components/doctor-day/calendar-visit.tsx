"use client";
import { CircleAlert, CircleCheck, CircleDot, CircleDashed, Clock, type LucideIcon } from "lucide-react";
import type { PointerEventHandler } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useClock, useReader } from "@/components/ui/reader";
import { stateLabel, STATUS_LABELS, STATUS_TONES } from "@/lib/domain/appointments/format";
import type { StatusTone } from "@/lib/platform/life-cycle/words";
import { routes } from "@/lib/site/routes";
import { HOUR_PX, type PlacedVisit } from "./calendar-layout";
import { patientLine, VisitFacts, VisitState } from "./visit-facts";
import { VisitSteps } from "./visit-steps";

const LOOKS: Record<StatusTone, { style: string; icon: LucideIcon }> = {
  neutral: { style: "border-line-strong/60 bg-sunken text-quiet", icon: CircleDashed },
  good: { style: "border-good bg-good-soft text-good", icon: CircleCheck },
  wait: { style: "border-wait border-dashed bg-wait-soft text-wait", icon: Clock },
  stop: { style: "border-stop bg-stop-soft text-stop", icon: CircleAlert },
  accent: { style: "border-accent bg-accent-soft text-accent", icon: CircleDot },
};

const MIN_PX = 24;
const TWO_LINES_PX = 40;

/** What the icons mean where a visit is too short for words. */
export function CalendarLegend() {
  const states = (["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED", "NO_SHOW", "LEFT"] as const).map(
    (state) => ({
      state,
      ...LOOKS[STATUS_TONES[state]],
    }),
  );
  return (
    <ul aria-label="Meaning of the colours" className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-quiet">
      {states.map(({ state, style, icon: Icon }) => (
        <li key={state} className="flex items-center gap-1.5">
          <span className={cn("flex size-5 items-center justify-center rounded-xs border", style)}>
            <Icon aria-hidden className="size-3.5" />
          </span>
          {STATUS_LABELS[state]}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  placed: PlacedVisit;
  firstHour: number;
  timeZone: string;
  asOf: string;
  places: Record<string, string>;
  isDragged: boolean;
  onPointerDown: PointerEventHandler;
  /** Whether the press that ends now was a drag and opens nothing. */
  wasDragged: () => boolean;
};

/** One visit in its column: colour, icon and label of its status; pressing it shows more and the actions. */
export function CalendarVisit({
  placed,
  firstHour,
  timeZone,
  asOf,
  places,
  isDragged,
  onPointerDown,
  wasDragged,
}: Props) {
  const { visit } = placed;
  const { locale } = useReader();
  const { label, style, icon: Icon } = lookOf(visit);
  const time = formatInstant(visit.start, "time", { locale, clock: useClock(timeZone) });
  const box = boxOf(placed, firstHour);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          data-visit={visit.id}
          aria-label={`${time}, ${visit.patient.name}, ${label.toLowerCase()}`}
          onPointerDown={onPointerDown}
          onClick={(event) => {
            if (wasDragged()) event.preventDefault();
          }}
          className={cn(
            "absolute flex flex-col overflow-hidden rounded-md border border-l-4 px-1.5 py-0.5 text-left text-xs leading-4 hover:z-10 hover:shadow-raised focus-visible:z-10",
            style,
            isDragged && "opacity-40",
          )}
          style={box}
        >
          <span className="flex w-full items-center gap-1">
            <Icon aria-hidden className="size-3.5 shrink-0" />
            <span className="shrink-0 font-semibold tabular">{time}</span>
            <span className="truncate font-semibold text-ink">{visit.patient.name}</span>
          </span>
          {box.height >= TWO_LINES_PX ? <span className="w-full truncate">{label}</span> : null}
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label={`${visit.patient.name}, ${time}`} className="grid gap-3">
        <VisitDetails visit={visit} asOf={asOf} places={places} />
      </PopoverContent>
    </Popover>
  );
}

function lookOf(visit: PlacedVisit["visit"]) {
  const { status, needsRebooking } = visit;
  const needsTime = needsRebooking && (status === "CONFIRMED" || status === "PENDING");
  return {
    label: needsTime ? "Needs a new time" : stateLabel(visit),
    ...LOOKS[needsTime ? "wait" : STATUS_TONES[status]],
  };
}

function boxOf({ from, to, lane, lanes }: PlacedVisit, firstHour: number) {
  return {
    top: (from / 60 - firstHour) * HOUR_PX + 1,
    height: Math.max(MIN_PX, ((to - from) / 60) * HOUR_PX - 2),
    left: `calc(${(lane / lanes) * 100}% + 2px)`,
    width: `calc(${100 / lanes}% - 4px)`,
  };
}

type DetailsProps = Pick<Props, "asOf" | "places"> & Pick<PlacedVisit, "visit">;

function VisitDetails({ visit, asOf, places }: DetailsProps) {
  return (
    <>
      <div>
        <p className="font-semibold">{patientLine(visit)}</p>
        <p className="text-sm">
          <LocalTime instant={visit.start} timeZone={visit.place.timeZone} readerFirst={visit.mode === "VIDEO"} />
        </p>
        <VisitFacts visit={visit} hasPlaces={Object.keys(places).length > 1} />
      </div>
      <VisitState visit={visit} />
      <VisitSteps visit={visit} asOf={asOf} places={places} spread />
      {visit.status === "IN_PROGRESS" ? null : (
        <Button asChild variant="quiet" size="sm" className="justify-self-start">
          <Link href={routes.doctor.visit(visit.id)}>Details</Link>
        </Button>
      )}
    </>
  );
}
