"use client";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { useNow } from "@/components/ui/use-now";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { minutesText } from "@/components/doctor-day/day-rules";
import { callPatientAction, missCallAction, recallPatientAction } from "@/lib/domain/waiting-room/actions";
import { PRIORITY_LABELS, TICKET_LABELS, waitText } from "@/lib/domain/waiting-room/format";
import type { TicketView } from "./queue-view";
import { TicketMenu } from "./ticket-menu";
import type { Turns } from "./use-turns";

type Props = { ticket: TicketView; asOf: string; turns: Turns };

/** Someone who waits: number, name, how long they have been here and how long they will wait. */
export function TicketRow({ ticket, asOf, turns }: Props) {
  const waited = Math.max(0, Math.floor((useNow(asOf) - Date.parse(ticket.arrivedAt)) / 60_000));
  const isCalled = ticket.state === "CALLED";
  return (
    <li
      className={cn(
        "flex flex-wrap items-center gap-x-4 gap-y-2 p-4 first:rounded-t-lg last:rounded-b-lg",
        isCalled && "bg-accent-soft",
      )}
    >
      <p className="w-14 shrink-0 text-xl font-semibold tabular">{ticket.number}</p>
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="break-words">
          <Link href={ticket.href} className="touch-target font-semibold hover:underline">
            {ticket.name}
          </Link>
        </p>
        <p className="text-sm text-quiet">
          Here since <LocalTime instant={ticket.arrivedAt} style="time" />
          {waited > 0 ? `, ${minutesText(waited)}` : null}
          {ticket.wait ? ` · ${waitText(ticket.wait)} to go` : null}
        </p>
        <Marks ticket={ticket} />
      </div>
      <div className="ml-auto flex items-center gap-2">
        <Answer ticket={ticket} {...turns} />
        <TicketMenu ticket={ticket} {...turns} />
      </div>
    </li>
  );
}

function Marks({ ticket: { state, priority, isOverbooked, isWalkIn, isOnTheWay } }: { ticket: TicketView }) {
  if (state === "WAITING" && !priority && !isWalkIn && !isOnTheWay) return null;
  return (
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      {state === "WAITING" ? null : <Badge tone={state === "CALLED" ? "good" : "wait"}>{TICKET_LABELS[state]}</Badge>}
      {priority ? <Badge tone="stop">First: {PRIORITY_LABELS[priority]}</Badge> : null}
      {isOverbooked ? <Badge tone="wait">Overbooked</Badge> : isWalkIn ? <Badge>Walk-in</Badge> : null}
      {isOnTheWay ? <Badge>Checked in by phone</Badge> : null}
    </p>
  );
}

type AnswerProps = { ticket: TicketView } & Turns;

/** The answers to a call: the patient isn't here, or is back and joins the line again. */
function Answer({ ticket: { appointmentId, number, state }, take, pending }: AnswerProps) {
  const step = (
    label: string,
    call: (input: { appointmentId: string }) => Promise<ActionResult<unknown>>,
    done: string,
  ) => (
    <Button
      size="sm"
      variant="secondary"
      disabled={pending !== null}
      pending={pending === `${label} ${appointmentId}`}
      onClick={() =>
        void take(
          `${label} ${appointmentId}`,
          () => call({ appointmentId }),
          () => `${number} ${done}`,
        )
      }
    >
      {label}
      <span className="sr-only">: {number}</span>
    </Button>
  );
  if (state === "SET_ASIDE") return step("Back in line", recallPatientAction, "is back in line");
  if (state !== "CALLED") return null;
  return (
    <>
      {step("Call again", callPatientAction, "is called again")}
      {step("Not here", missCallAction, "isn't here")}
    </>
  );
}
