"use client";
import { useState } from "react";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Textarea } from "@/components/ui/textarea";
import { replaceVehicleAction } from "@/lib/domain/ambulances/actions";
import { KIND_LABELS } from "@/lib/domain/ambulances/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { subjectOf, type CallOnBoard } from "./dispatch-view";
import { useCallWork } from "./use-call-work";

type Props = { call: CallOnBoard; onClose: () => void };

/** Which vehicle takes over the call, and whether the first one can still drive. */
export function ReplaceVehicleDialog({ call, onClose }: Props) {
  const { run, pending } = useCallWork();
  const [chosen, setChosen] = useState<string>();
  const [isOut, setOut] = useState(true);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const isBusy = pending === call.id;
  const first = call.vehicle?.registration ?? "The vehicle";
  // The selected vehicle may have left meanwhile: then the best of the others is selected.
  const vehicle = call.vehicles.find(({ id }) => id === chosen) ?? call.vehicles[0];
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
  return (
    <Dialog open onOpenChange={(open) => !open && !isBusy && onClose()}>
      <DialogContent
        title="Send another vehicle"
        description={`${first} is on the call for ${subjectOf(call)}. The call keeps its status. The caller gets the new crew's phone number.`}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isBusy}>
                Back
              </Button>
            </DialogClose>
            {vehicle ? (
              <Button type="submit" form="replace-vehicle" pending={isBusy}>
                Send it
              </Button>
            ) : null}
          </>
        }
      >
        <form
          id="replace-vehicle"
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) void send();
          }}
        >
          <FormFailure error={failure} />
          {vehicle ? (
            <>
              <Field label="Replacement vehicle" name="ambulanceId" errors={failure?.fields}>
                <NativeSelect
                  value={vehicle.id}
                  onChange={(event) => setChosen(event.target.value)}
                  options={call.vehicles.map(({ id, registration, kind }) => ({
                    value: id,
                    label: `${registration} · ${KIND_LABELS[kind]}`,
                  }))}
                />
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
                  <Textarea
                    rows={2}
                    maxLength={300}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                </Field>
              ) : null}
            </>
          ) : (
            <FormMessage tone="wait" title="No free vehicle of yours is equipped for this call">
              You can choose one here as soon as it&apos;s free. Meanwhile, phone a nearby hospital.
            </FormMessage>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
