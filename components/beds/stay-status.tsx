"use client";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { LocalTime } from "@/components/ui/local-time";
import type { BedBookingStatus } from "@/lib/domain/beds/status";
import { KeptFor } from "./bed-timers";
import { StayEnd } from "./stay-end";
import type { StayCard } from "./stay-view";

const STEPS = [
  ["REQUESTED", "Requested"],
  ["RESERVED", "Bed reserved"],
  ["ADMITTED", "In hospital"],
  ["DISCHARGED", "Home"],
] as const satisfies [BedBookingStatus, string][];

/** A stay's progress: its four steps, and a sentence on the current state and what comes next. Updated live. */
export function StayStatus({ stay, asOf }: { stay: StayCard; asOf: string }) {
  const at = STEPS.findIndex(([status]) => status === stay.status);
  return (
    <>
      {at >= 0 ? (
        <ol aria-label="Progress" className="mb-3 grid grid-cols-4 gap-1.5">
          {STEPS.map(([status, label], step) => {
            const isDone = step < at || (step === at && status === "DISCHARGED");
            return (
              <li key={status} aria-current={step === at ? "step" : undefined} className="min-w-0">
                <span
                  aria-hidden
                  className={cn("mb-1.5 block h-1.5 rounded-full", step <= at ? "bg-accent" : "bg-sunken")}
                />
                <span
                  className={cn(
                    "flex items-center gap-1 text-xs",
                    step === at ? "font-semibold text-ink" : "text-quiet",
                  )}
                >
                  {isDone ? <Check aria-hidden className="size-3.5 shrink-0 text-accent" /> : null}
                  <span className="truncate">{label}</span>
                  {isDone ? <span className="sr-only">, done</span> : null}
                </span>
              </li>
            );
          })}
        </ol>
      ) : null}
      <p role="status" className="text-sm">
        <StatusSentence stay={stay} asOf={asOf} />
      </p>
    </>
  );
}

/** A stay's current state, and what comes next. */
function StatusSentence({ stay, asOf }: { stay: StayCard; asOf: string }): ReactNode {
  const { status, hospital, from, to, dischargedAt, endedAt, statusReason } = stay;
  const zone = hospital.timeZone;
  switch (status) {
    case "REQUESTED":
      return <>{hospital.name} has your request. You&apos;ll see the reply here.</>;
    case "RESERVED":
      return <ReservedSentence stay={stay} asOf={asOf} />;
    case "ADMITTED":
      return (
        <>
          In <b>{bedText(stay)}</b> since <LocalTime instant={from} timeZone={zone} />
          {to ? (
            <>
              , planned until <StayEnd end={to} timeZone={zone} />
            </>
          ) : null}
          .
        </>
      );
    case "DISCHARGED":
      return <>Left the hospital {dischargedAt ? <LocalTime instant={dischargedAt} timeZone={zone} /> : null}.</>;
    case "DECLINED":
      return <>The hospital can&apos;t offer a bed.{statusReason ? <> It says: “{statusReason}”</> : null}</>;
    case "CANCELLED":
      return (
        <>
          Ended {endedAt ? <LocalTime instant={endedAt} timeZone={zone} /> : null}.
          {statusReason ? <> “{statusReason}”</> : null}
        </>
      );
    case "EXPIRED":
      return stay.reservedAt ? (
        <>The reservation has expired. Request a bed again, or call the hospital.</>
      ) : (
        <>The hospital didn&apos;t answer in time. Request a bed again, or call the hospital.</>
      );
  }
}

function ReservedSentence({ stay, asOf }: { stay: StayCard; asOf: string }) {
  const { from, reservedUntil } = stay;
  const zone = stay.hospital.timeZone;
  return (
    <>
      <b>{bedText(stay)}</b> is reserved for you
      {from > asOf ? (
        <>
          {" "}
          from <LocalTime instant={from} timeZone={zone} />
        </>
      ) : null}
      {reservedUntil ? (
        <>
          {" "}
          until <LocalTime instant={reservedUntil} timeZone={zone} className="font-semibold" /> (
          <KeptFor until={reservedUntil} asOf={asOf} />)
        </>
      ) : null}
      . Come to the hospital before then.
    </>
  );
}

function bedText({ bed }: StayCard): string {
  return bed ? `${bed.label}, ${bed.ward}` : "A bed";
}
