"use client";
import { useState } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { Checkbox } from "@/components/ui/checkbox";
import { FormDialog } from "@/components/ui/form-dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { replaceVehicleAction } from "@/lib/domain/ambulances/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { subjectOf, type CallOnBoard } from "./dispatch-view";
import { useCallWork } from "./use-call-work";
import { useVehicleChoice, VehicleSelect } from "./vehicle-choice";

type Props = { call: CallOnBoard; onClose: () => void };

/** Which vehicle takes over the call, and whether the first one can still drive. */
export function ReplaceVehicleDialog({ call, onClose }: Props) {
  const replacement = useReplacement(call, onClose);
  const { vehicle, choose, isOut, setOut, reason, setReason, isMissing, send, failure, isBusy } = replacement;
  const first = call.vehicle?.registration ?? "The vehicle";
  return (
    <FormDialog
      title="Send another vehicle"
      description={`${first} is on the call for ${subjectOf(call)}. The call keeps its status. The caller gets the new crew's phone number.`}
      submitLabel={vehicle ? "Send it" : undefined}
      isPending={isBusy}
      onSubmit={send}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      {vehicle ? (
        <>
          <Field label="Replacement vehicle" name="ambulanceId" errors={failure?.fields}>
            <VehicleSelect vehicles={call.vehicles} value={vehicle.id} onChoose={choose} />
          </Field>
          <Checkbox
            label={`${first} is out of service now`}
            hint="Otherwise it's free for the next call at once."
            checked={isOut}
            onCheckedChange={(is) => setOut(is === true)}
          />
          {isOut ? (
            <Field
              label="Reason"
              name="outOfServiceReason"
              required
              errors={failure?.fields}
              error={isMissing ? "Enter why it is out of service." : undefined}
            >
              <Textarea rows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          ) : null}
        </>
      ) : (
        <FormMessage tone="wait" title="No free vehicle of yours is equipped for this call">
          You can choose one here as soon as it&apos;s free. Meanwhile, phone a nearby hospital.
        </FormMessage>
      )}
    </FormDialog>
  );
}

/** The vehicle that takes over, and why the first one is out of service. */
function useReplacement(call: CallOnBoard, onClose: () => void) {
  const { run, pending } = useCallWork();
  const [isOut, setOut] = useState(true);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const isBusy = pending === call.id;
  const { vehicle, choose } = useVehicleChoice(call);
  const send = async () => {
    setMissing(isOut && reason.trim() === "");
    if (!vehicle || (isOut && reason.trim() === "")) return;
    const sent = {
      id: call.id,
      version: call.version,
      ambulanceId: vehicle.id,
      ...(isOut ? { outOfServiceReason: reason } : {}),
    };
    const refused = await run(call.id, `${vehicle.registration} takes over. The caller can see it.`, () =>
      replaceVehicleAction(sent),
    );
    setFailure(refused);
    if (!refused) onClose();
  };
  return { vehicle, choose, isOut, setOut, reason, setReason, isMissing, send, failure, isBusy };
}
