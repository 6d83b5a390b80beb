"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormFailure } from "@/components/ui/form-failure";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { changeRecallAction, setRecallAction } from "@/lib/domain/recalls/actions";
import { intervalText, monthText } from "@/lib/domain/recalls/format";
import type { RecallCard } from "@/lib/domain/recalls/output";
import { MOST_MONTHS } from "@/lib/domain/recalls/status";
import { shiftMonths } from "@/lib/platform/time/local-date";

type Props = {
  appointmentId: string;
  /** The place's date. */
  today: string;
  /** Without one, a new recall. */
  recall?: Pick<RecallCard, "id" | "version" | "month" | "reason"> | undefined;
  onClose: () => void;
};

const USUAL = 6;

/** Around when the patient is to come again, and why. */
export function RecallForm({ appointmentId, today, recall, onClose }: Props) {
  const [month, setMonth] = useState(recall?.month ?? monthIn(today, USUAL));
  const [reason, setReason] = useState(recall?.reason ?? "");
  const { save, failure, isSaving } = useSavedForm(recall ? "Saved" : "Recall set");
  const submit = () =>
    save<unknown>(
      () =>
        recall
          ? changeRecallAction({ id: recall.id, version: recall.version, month, reason })
          : setRecallAction({ appointmentId, month, reason }),
      onClose,
    );
  return (
    <FormDialog
      title={recall ? "Change the recall" : "Set a recall"}
      description="Four weeks before the month, the patient is asked to book with you, unless they already have. The message doesn't say why."
      submitLabel={recall ? "Save" : "Set recall"}
      isPending={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      <Field label="Around" name="month" errors={failure?.fields}>
        <NativeSelect
          value={month}
          options={monthsFrom(today, recall?.month)}
          onChange={({ target }) => setMonth(target.value)}
        />
      </Field>
      <Field
        label="Reason"
        name="reason"
        required
        errors={failure?.fields}
        hint="Such as a check-up. You, the patient and those who read their record see it in CareSync."
      >
        <Textarea value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}

/** The month so many months after that of a date. */
function monthIn(today: string, months: number): string {
  return shiftMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7);
}

/** The months to come, the usual ones with their interval; and the present choice, even if it has begun. */
function monthsFrom(today: string, chosen: string | undefined): { value: string; label: string }[] {
  const ahead = Array.from({ length: MOST_MONTHS }, (_, index) => {
    const value = monthIn(today, index + 1);
    return { value, label: `${monthText(value)} (${intervalText(index + 1).toLowerCase()})` };
  });
  const isAmong = chosen === undefined || ahead.some(({ value }) => value === chosen);
  return isAmong ? ahead : [{ value: chosen, label: monthText(chosen) }, ...ahead];
}
