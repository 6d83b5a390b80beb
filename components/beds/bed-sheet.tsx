"use client";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { routes } from "@/lib/site/routes";
import { stepsOf, type BedStep } from "./bed-steps";
import { CleaningTimer, KeptFor } from "./bed-timers";
import type { BoardStay, PlacedBed } from "./board-view";
import { ConditionMark } from "./condition-mark";
import { StayEnd } from "./stay-end";

export type BedSheetProps = {
  placed: PlacedBed;
  asOf: string;
  hasRequests: boolean;
  isPending: boolean;
  onStep: (step: BedStep) => void;
  onClose: () => void;
};

/** One bed in full: its condition, its patient, and every step as a labelled button. */
export function BedSheet({ placed, asOf, hasRequests, isPending, onStep, onClose }: BedSheetProps) {
  const focusReturn = useFocusReturn();
  const { bed, ward } = placed;
  const steps = stepsOf(placed, hasRequests);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent {...focusReturn} title={bed.label} description={`${ward.name} · ${WARD_KIND_LABELS[ward.kind]}`}>
        <div className="grid gap-5">
          <ConditionMark condition={bed.condition} />
          <BedFacts placed={placed} asOf={asOf} />
          {bed.stay ? <StayFactsBrief stay={bed.stay} asOf={asOf} /> : null}
          {bed.later.map((stay) => (
            <StayFactsBrief key={stay.id} stay={stay} asOf={asOf} isLater />
          ))}
          <div role="group" aria-label={`Actions for ${bed.label}`} className="grid gap-2">
            {steps.map(({ step, label, isMain, isDanger }) => (
              <Button
                key={step}
                block
                variant={isMain ? "primary" : "secondary"}
                disabled={isPending}
                className={isDanger ? "text-stop" : ""}
                onClick={() => onStep(step)}
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      </SheetContent>
    </Sheet>
  );
}

function BedFacts({ placed: { bed, ward }, asOf }: { placed: PlacedBed; asOf: string }) {
  if (bed.condition === "CLEANING" && bed.cleaningDueAt) {
    return (
      <div className="text-sm">
        <CleaningTimer
          since={bed.stateChangedAt}
          due={bed.cleaningDueAt}
          asOf={asOf}
          what={`${bed.label}, ${ward.name}`}
        />
        <p className="mt-1.5 text-quiet">
          Due by <LocalTime instant={bed.cleaningDueAt} style="time" />
        </p>
      </div>
    );
  }
  if (bed.condition !== "OUT_OF_SERVICE") return null;
  return (
    <p className="rounded-md bg-sunken p-3 text-sm">
      {bed.reason}
      <span className="mt-1 block text-quiet">
        since <LocalTime instant={bed.stateChangedAt} />
      </span>
    </p>
  );
}

function StayFactsBrief({ stay, asOf, isLater = false }: { stay: BoardStay; asOf: string; isLater?: boolean }) {
  const isIn = stay.status === "ADMITTED";
  return (
    <div className="rounded-lg border border-line p-4">
      <p className="font-semibold">
        {isLater ? "Then " : ""}
        {stay.name}
        {stay.age === null ? null : <span className="font-normal text-quiet">, {stay.age}</span>}
      </p>
      <dl className="mt-2 grid gap-1 text-sm">
        <Line label={isIn ? "In since" : "From"}>
          <LocalTime instant={stay.from} />
        </Line>
        <Line label="Planned until">{stay.to ? <StayEnd end={stay.to} /> : "not known yet"}</Line>
        {!isIn && stay.reservedUntil ? (
          <Line label="Reserved until">
            <LocalTime instant={stay.reservedUntil} /> · <KeptFor until={stay.reservedUntil} asOf={asOf} />
          </Line>
        ) : null}
        {stay.reason ? <Line label="Reason">{stay.reason}</Line> : null}
      </dl>
      <Link
        href={routes.hospital.stay(stay.id)}
        className="touch-target mt-3 inline-flex items-center gap-1.5 text-sm font-semibold text-accent hover:underline"
      >
        View stay <ArrowRight aria-hidden className="size-4" />
      </Link>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="w-24 shrink-0 text-quiet">{label}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
