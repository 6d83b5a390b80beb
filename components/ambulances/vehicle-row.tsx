"use client";
import { CircleCheck, Pencil, Trash2, Wrench } from "lucide-react";
import { useState } from "react";
import { AskDialog } from "@/components/ui/ask-dialog";
import { useWork } from "@/components/contacts/use-work";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { PhoneNumber } from "@/components/ui/phone-number";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { toast } from "@/components/ui/toast";
import { changeAmbulanceAction, removeAmbulanceAction } from "@/lib/domain/ambulances/actions";
import { CONDITION_LABELS, CONDITION_TONES, KIND_LABELS } from "@/lib/domain/ambulances/format";
import type { VehicleCard } from "@/lib/domain/ambulances/output";
import { VehicleForm } from "./vehicle-form";

type Question = "out" | "remove" | "edit";
type Props = { vehicle: VehicleCard; canSetUp: boolean };

/** One vehicle: its condition and reason, its crew's phone number, and its actions. */
export function VehicleRow({ vehicle, canSetUp }: Props) {
  const [asking, setAsking] = useState<Question>();
  const steps = useVehicleSteps(vehicle);
  const { registration, kind, crewPhone, condition, reason, stateChangedAt } = vehicle;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 p-4 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1.4fr)_auto] lg:items-center">
      <div className="min-w-0">
        <p className="font-semibold">{registration}</p>
        <p className="text-sm text-quiet">{KIND_LABELS[kind]}</p>
      </div>
      <p className="col-start-1 text-sm lg:col-start-auto">
        <PhoneNumber phone={crewPhone} className="touch-target text-accent tabular hover:underline">
          <span className="sr-only">Crew: </span>
        </PhoneNumber>
      </p>
      <div className="col-start-1 min-w-0 text-sm lg:col-start-auto">
        <StatusBadge tone={CONDITION_TONES[condition]} label={CONDITION_LABELS[condition]} />
        {condition === "OUT_OF_SERVICE" ? (
          <p className="mt-1">
            {reason}{" "}
            <span className="text-quiet">
              · <RelativeTime instant={stateChangedAt} />
            </span>
          </p>
        ) : null}
      </div>
      <div className="col-start-2 row-start-1 lg:col-start-auto lg:row-start-auto">
        <VehicleMenu vehicle={vehicle} canSetUp={canSetUp} steps={steps} onAsk={setAsking} />
      </div>
      {asking ? (
        <VehicleDialog
          question={asking}
          vehicle={vehicle}
          canSetUp={canSetUp}
          steps={steps}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </li>
  );
}

/** What can be done with a vehicle; each step returns the failure, if it was refused. */
function useVehicleSteps({ id, version, registration }: VehicleCard) {
  const { run, pending } = useWork();
  const change = (done: string, to: { state: "IN_SERVICE" | "OUT_OF_SERVICE"; reason?: string }) =>
    run(id, done, () => changeAmbulanceAction({ id, version, ...to }));
  return {
    isPending: pending === id,
    takeOut: (reason: string) => change(`${registration} is out of service`, { state: "OUT_OF_SERVICE", reason }),
    putBack: () => change(`${registration} is in service`, { state: "IN_SERVICE" }),
    remove: () => run(id, `${registration} removed`, () => removeAmbulanceAction({ id, version })),
  };
}

type StepsProps = Props & { steps: ReturnType<typeof useVehicleSteps> };

function VehicleMenu({ vehicle, canSetUp, steps, onAsk }: StepsProps & { onAsk: (question: Question) => void }) {
  const { registration, condition } = vehicle;
  const back = async () => {
    const failure = await steps.putBack();
    if (failure) toast.error(failure.message);
  };
  return (
    <MoreMenu label={`Change ${registration}`} pending={steps.isPending}>
      <DropdownMenuItem onSelect={() => onAsk("edit")}>
        <Pencil aria-hidden /> {canSetUp ? "Change" : "Change the phone number"}
      </DropdownMenuItem>
      {condition === "AVAILABLE" ? (
        <DropdownMenuItem onSelect={() => onAsk("out")}>
          <Wrench aria-hidden /> Take out of service
        </DropdownMenuItem>
      ) : null}
      {condition === "OUT_OF_SERVICE" ? (
        <DropdownMenuItem onSelect={back}>
          <CircleCheck aria-hidden /> Back in service
        </DropdownMenuItem>
      ) : null}
      {canSetUp && condition !== "ON_CALL" ? (
        <DropdownMenuItem tone="stop" onSelect={() => onAsk("remove")}>
          <Trash2 aria-hidden /> Remove
        </DropdownMenuItem>
      ) : null}
    </MoreMenu>
  );
}

type DialogProps = StepsProps & { question: Question; onClose: () => void };

function VehicleDialog({ question, vehicle, canSetUp, steps, onClose }: DialogProps) {
  const { registration } = vehicle;
  switch (question) {
    case "out":
      return (
        <AskDialog
          title="Take it out of service?"
          subject={registration}
          consequence="It won't receive calls until it's back in service."
          confirmLabel="Take out of service"
          tone="primary"
          reason={{ label: "Reason", hint: "Your colleagues will see this.", missing: "Enter a reason." }}
          onClose={onClose}
          onTake={steps.takeOut}
        />
      );
    case "remove":
      return (
        <AskDialog
          title="Remove this vehicle?"
          subject={registration}
          consequence="It will be removed from the fleet for good. Past calls still show it."
          confirmLabel="Remove"
          onClose={onClose}
          onTake={steps.remove}
        />
      );
    case "edit":
      return <VehicleForm hospitalId={vehicle.hospitalId} vehicle={vehicle} canSetUp={canSetUp} onClose={onClose} />;
  }
}
