"use client";
import { BedDouble, PhoneCall, Send } from "lucide-react";
import { useState } from "react";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { Field } from "@/components/ui/field";
import { changeCallAction } from "@/lib/domain/ambulances/actions";
import { KIND_HINTS, KIND_LABELS, STEP_WORDS } from "@/lib/domain/ambulances/format";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { CallPlace } from "./call-place";
import { CallerLine } from "./caller-line";
import type { CallOnBoard } from "./dispatch-view";
import { announceRefusal, useCallWork } from "./use-call-work";
import { useVehicleChoice, VehicleSelect } from "./vehicle-choice";
import { VerifyCaller } from "./verify-caller";

type Props = { call: CallOnBoard; asOf: string; escalationMinutes: number };

/** A call offered to this hospital: how long it has waited, what and where it is, and one click to dispatch. */
export function WaitingCall({ call, asOf, escalationMinutes }: Props) {
  const { pending } = useCallWork();
  const isBusy = pending === call.id;
  return (
    <li
      data-call={call.id}
      tabIndex={-1}
      aria-label={`Call from ${call.contact.name}`}
      className="grid content-start gap-3 rounded-lg border border-l-4 border-line border-l-wait bg-surface p-4"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base">{KIND_HINTS[call.kind]}</h3>
          <p className="text-sm text-quiet">{KIND_LABELS[call.kind]}</p>
        </div>
        <p className="shrink-0 text-right">
          <span className="sr-only">Waiting for </span>
          <Elapsed since={call.createdAt} serverNow={asOf} urgentSeconds={escalationMinutes * 60} className="text-xl" />
        </p>
      </div>
      <div className="grid gap-1.5">
        <CallPlace call={call} />
        <CallerLine {...call.contact} />
      </div>
      <CallBadges call={call} />
      {call.needsCallback ? <VerifyCaller call={call} /> : <Dispatch call={call} isBusy={isBusy} />}
      <Decline call={call} isBusy={isBusy} />
    </li>
  );
}

function CallBadges({ call }: { call: CallOnBoard }) {
  return (
    <div className="flex flex-wrap gap-1.5 empty:hidden">
      {call.bedKind ? (
        <Badge tone="accent">
          <BedDouble aria-hidden /> Bed requested: {WARD_KIND_LABELS[call.bedKind]}
        </Badge>
      ) : null}
      {call.callBackFirst && !call.verifiedAt ? (
        <Badge tone="stop">
          <PhoneCall aria-hidden /> Many calls from this phone: ring back first
        </Badge>
      ) : null}
      {call.hospitalsAsked > 1 ? <Badge tone="wait">{call.hospitalsAsked} hospitals asked</Badge> : null}
      {call.patient ? <Badge>For {call.patient.name}</Badge> : null}
    </div>
  );
}

type StepProps = { call: CallOnBoard; isBusy: boolean };

function Dispatch({ call, isBusy }: StepProps) {
  const { run } = useCallWork();
  const { vehicle, choose } = useVehicleChoice(call);
  if (!vehicle)
    return (
      <p className="rounded-md bg-wait-soft p-3 text-sm text-wait">
        No free vehicle of yours is equipped for this call.
      </p>
    );
  const dispatch = async () => {
    const failure = await run(call.id, STEP_WORDS.DISPATCHED.done, () =>
      changeCallAction({ id: call.id, status: "DISPATCHED", ambulanceId: vehicle.id }),
    );
    if (failure) announceRefusal(failure);
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field label={`Vehicle for ${call.contact.name}`} hideLabel className="min-w-0 flex-[1_1_12rem]">
        <VehicleSelect vehicles={call.vehicles} value={vehicle.id} onChoose={choose} />
      </Field>
      <Button pending={isBusy} onClick={dispatch}>
        <Send aria-hidden /> Dispatch
        <span className="sr-only">
          {" "}
          {vehicle.registration} to {call.contact.name}
        </span>
      </Button>
    </div>
  );
}

function Decline({ call, isBusy }: StepProps) {
  const { run } = useCallWork();
  const [isAsking, setAsking] = useState(false);
  const decline = (reason: string) =>
    run(call.id, STEP_WORDS.DECLINED.done, () => changeCallAction({ id: call.id, status: "DECLINED", reason }));
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        className="justify-self-start"
        disabled={isBusy}
        onClick={() => setAsking(true)}
      >
        Decline<span className="sr-only"> the call from {call.contact.name}</span>
      </Button>
      {isAsking ? (
        <AskDialog
          title={STEP_WORDS.DECLINED.question ?? ""}
          subject={`${KIND_LABELS[call.kind]} for ${call.contact.name}`}
          consequence={STEP_WORDS.DECLINED.consequence}
          confirmLabel="Decline"
          reason={{
            label: "Reason",
            hint: "For your hospital only. The caller won't see it.",
            missing: "Enter a reason.",
          }}
          onClose={() => setAsking(false)}
          onTake={decline}
        />
      ) : null}
    </>
  );
}
