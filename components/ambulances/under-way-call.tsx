"use client";
import { BedDouble, UserRound } from "lucide-react";
import { useState } from "react";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Button } from "@/components/ui/button";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { Elapsed } from "@/components/ui/elapsed";
import { changeCallAction } from "@/lib/domain/ambulances/actions";
import { STEP_WORDS } from "@/lib/domain/ambulances/format";
import type { CallCard } from "@/lib/domain/ambulances/output";
import { canReplaceVehicle, type RequestableBookingStatus } from "@/lib/domain/ambulances/status";
import { CallPlace } from "./call-place";
import { CallerLine } from "./caller-line";
import { CallStamps } from "./call-stamps";
import { since, subjectOf, type CallOnBoard } from "./dispatch-view";
import { NamePatientDialog } from "./name-patient-dialog";
import { ReplaceVehicleDialog } from "./replace-vehicle-dialog";
import { announceRefusal, useCallWork } from "./use-call-work";

type Question = "cancel" | "patient" | "vehicle";
type Props = { call: CallOnBoard; asOf: string; hospitalId: string };

/** A call with one of the hospital's vehicles: who, where, since when in this state, and the next step in one click. */
export function UnderWayCall({ call, asOf, hospitalId }: Props) {
  const [asking, setAsking] = useState<Question>();
  const close = () => setAsking(undefined);
  const who = call.patient?.name ?? "Patient not named yet";
  return (
    <li
      data-call={call.id}
      tabIndex={-1}
      aria-label={`${call.vehicle?.registration ?? "A vehicle"} for ${subjectOf(call)}`}
      className="grid grid-cols-1 content-start gap-2.5 rounded-lg border border-line bg-surface p-3"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h4 className="min-w-0 text-base">{call.vehicle?.registration}</h4>
        <Elapsed since={since(call)} serverNow={asOf} />
      </div>
      <p
        className={
          call.patient ? "flex items-start gap-2 text-sm font-semibold" : "flex items-start gap-2 text-sm text-quiet"
        }
      >
        <UserRound aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" /> {who}
      </p>
      <CallerLine {...call.contact} />
      <CallPlace call={call} />
      {call.bed || call.bedKind ? <BedLine call={call} /> : null}
      <CallStamps call={call} />
      <CallActions call={call} onAsk={setAsking} />
      {asking === "cancel" ? <CancelCallDialog call={call} onClose={close} /> : null}
      {asking === "vehicle" ? <ReplaceVehicleDialog call={call} onClose={close} /> : null}
      {asking === "patient" ? <NamePatientDialog call={call} hospitalId={hospitalId} onClose={close} /> : null}
    </li>
  );
}

/** Moves a call to another status; returns the failure, if it was refused. */
function useTakeStep(call: CallOnBoard) {
  const { run } = useCallWork();
  return (status: RequestableBookingStatus, more: { admit?: boolean; reason?: string } = {}) =>
    run(call.id, STEP_WORDS[status].done, () =>
      changeCallAction({ id: call.id, version: call.version, status, ...more }),
    );
}

/** The next step as a button, and the rarer ones in a menu. */
function CallActions({ call, onAsk }: { call: CallOnBoard; onAsk: (question: Question) => void }) {
  const { pending } = useCallWork();
  const take = useTakeStep(call);
  const next = call.steps.find(({ to }) => to !== "CANCELLED")?.to;
  const cancellable = call.steps.some(({ to }) => to === "CANCELLED");
  const replaceable = canReplaceVehicle(call.status);
  const admits = next === "ARRIVED" && call.bed?.status === "RESERVED";
  const step = async (status: RequestableBookingStatus, admit?: boolean) => {
    const failure = await take(status, admit === undefined ? {} : { admit });
    if (failure) announceRefusal(failure);
  };
  return (
    <div className="flex items-center gap-2">
      {next ? (
        <Button
          size="sm"
          className="h-auto min-h-9 min-w-0 flex-1 whitespace-normal"
          pending={pending === call.id}
          onClick={() => step(next)}
        >
          <span>{admits ? "Arrived, admit" : STEP_WORDS[next].label}</span>
          <span className="sr-only">: {call.vehicle?.registration}</span>
        </Button>
      ) : null}
      {replaceable || !call.patient || admits ? (
        <MoreMenu label={`More actions for ${call.vehicle?.registration ?? "this call"}`} size="sm">
          {call.patient ? null : (
            <DropdownMenuItem onSelect={() => onAsk("patient")}>Identify patient</DropdownMenuItem>
          )}
          {admits ? (
            <DropdownMenuItem onSelect={() => step("ARRIVED", false)}>Arrived, without the bed</DropdownMenuItem>
          ) : null}
          {replaceable ? (
            <DropdownMenuItem onSelect={() => onAsk("vehicle")}>Send another vehicle</DropdownMenuItem>
          ) : null}
          {cancellable ? (
            <DropdownMenuItem tone="stop" onSelect={() => onAsk("cancel")}>
              Cancel the call
            </DropdownMenuItem>
          ) : null}
        </MoreMenu>
      ) : null}
    </div>
  );
}

type CancelProps = { call: CallOnBoard; onClose: () => void };

function CancelCallDialog({ call, onClose }: CancelProps) {
  const take = useTakeStep(call);
  return (
    <AskDialog
      title={STEP_WORDS.CANCELLED.question ?? ""}
      subject={`${call.vehicle?.registration ?? ""} for ${subjectOf(call)}`}
      consequence={STEP_WORDS.CANCELLED.consequence}
      confirmLabel="Cancel the call"
      reason={{
        label: "Reason",
        hint: "The caller will see this. One sentence is enough.",
        missing: "Enter a reason. The caller will see it.",
      }}
      onClose={onClose}
      onTake={(reason) => take("CANCELLED", { reason })}
    />
  );
}

function BedLine({ call }: { call: CallCard }) {
  const { bed } = call;
  const text =
    bed === null
      ? call.patient
        ? "A bed was requested, but there is no such ward here"
        : "A bed was requested. Identify the patient to reserve one"
      : bed.status === "RESERVED"
        ? `Reserved: ${bed.label ?? "a bed"}`
        : bed.status === "ADMITTED"
          ? `In ${bed.label ?? "the bed"}`
          : bed.status === "REQUESTED"
            ? "No bed is free yet. The request is on the bed board"
            : "The bed is no longer reserved";
  return (
    <p className="flex items-start gap-2 text-sm">
      <BedDouble aria-hidden className="mt-0.5 size-4 shrink-0 text-quiet" /> {text}
    </p>
  );
}
