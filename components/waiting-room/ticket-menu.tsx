"use client";
import { ArrowUpToLine, DoorOpen, Megaphone, Undo2 } from "lucide-react";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { changeStatusAction } from "@/lib/domain/appointments/actions";
import { PRIORITY_REASONS } from "@/lib/domain/queues/status";
import { callPatientAction, setPriorityAction } from "@/lib/domain/waiting-room/actions";
import { PRIORITY_LABELS } from "@/lib/domain/waiting-room/format";
import type { TicketView } from "./queue-view";
import type { Turns } from "./use-turns";

type Props = { ticket: TicketView } & Turns;

/** The rarer steps: calling out of turn, letting someone go first, and that they have left. */
export function TicketMenu({ ticket, take, pending }: Props) {
  const { appointmentId, appointmentVersion: version, number, priority, state } = ticket;
  const key = `menu ${appointmentId}`;
  const prioritise = (reason: TicketView["priority"]) =>
    void take(
      key,
      () => setPriorityAction({ appointmentId, reason }),
      () => (reason ? `${number} goes first` : `${number} no longer goes first`),
    );
  return (
    <MoreMenu label={`More for ${number}`} size="sm" pending={pending === key} disabled={pending !== null}>
      {state === "WAITING" ? (
        <DropdownMenuItem
          onSelect={() =>
            void take(
              key,
              () => callPatientAction({ appointmentId }),
              () => `${number} is called`,
            )
          }
        >
          <Megaphone aria-hidden />
          Call out of turn
        </DropdownMenuItem>
      ) : null}
      <PriorityItems priority={priority} prioritise={prioritise} />
      <DropdownMenuSeparator />
      <DropdownMenuItem
        tone="stop"
        onSelect={() =>
          void take(
            key,
            () => changeStatusAction({ id: appointmentId, version, status: "LEFT" }),
            () => `${number} has left`,
          )
        }
      >
        <DoorOpen aria-hidden />
        Left without being seen
      </DropdownMenuItem>
    </MoreMenu>
  );
}

type PriorityProps = { priority: TicketView["priority"]; prioritise: (reason: TicketView["priority"]) => void };

function PriorityItems({ priority, prioritise }: PriorityProps) {
  if (priority) {
    return (
      <DropdownMenuItem onSelect={() => prioritise(null)}>
        <Undo2 aria-hidden />
        No longer first
      </DropdownMenuItem>
    );
  }
  return (
    <>
      <DropdownMenuLabel>Goes first because of</DropdownMenuLabel>
      {PRIORITY_REASONS.map((reason) => (
        <DropdownMenuItem key={reason} onSelect={() => prioritise(reason)}>
          <ArrowUpToLine aria-hidden />
          {PRIORITY_LABELS[reason]}
        </DropdownMenuItem>
      ))}
    </>
  );
}
