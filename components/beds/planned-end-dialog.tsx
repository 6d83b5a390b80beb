"use client";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { useReader } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { changeBedBookingAction } from "@/lib/domain/beds/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { endOfDay, lastDate } from "./end-text";
import type { BoardStay } from "./board-view";
import type { Work } from "@/components/contacts/use-work";

type Props = { stay: BoardStay; asOf: string; work: Work; onClose: () => void };

/** The planned last day of a stay, or that it is unknown. */
export function PlannedEndDialog({ stay, asOf, work, onClose }: Props) {
  const { clock } = useReader();
  const today = todayIn(clock, Date.parse(asOf));
  const [date, setDate] = useState<string | null>(stay.to && stay.to > asOf ? lastDate(stay.to, clock) : null);
  const [failure, setFailure] = useState<ActionFailure>();
  const save = async () => {
    const { id, version, status } = stay;
    const endsAt = date ? endOfDay(date, clock) : null;
    const refused = await work.run(`booking:${id}`, "Planned end changed", () =>
      changeBedBookingAction({ id, version, status, endsAt }),
    );
    setFailure(refused);
    return refused === undefined;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Change the planned end"
      text={
        <>
          <span className="font-semibold text-ink">{stay.name}.</span> The bed can be kept for someone else after that.
        </>
      }
      tone="primary"
      confirmLabel="Save"
      onConfirm={save}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} className="mb-4" /> : null}
      <Field label="Last day" name="endsAt" optional errors={failure?.fields}>
        <DatePicker value={date} onValueChange={setDate} min={today} today={today} placeholder="Not known yet" />
      </Field>
      {date ? (
        <Button variant="quiet" size="sm" className="mt-2" onClick={() => setDate(null)}>
          Not known yet
        </Button>
      ) : null}
    </ConfirmDialog>
  );
}
