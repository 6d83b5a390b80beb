"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormFailure } from "@/components/ui/form-failure";
import { Input } from "@/components/ui/input";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { addConditionAction, changeConditionAction } from "@/lib/domain/background/actions";
import { CONDITION_STATUS_LABELS } from "@/lib/domain/background/format";
import type { Condition } from "@/lib/domain/background/schema";
import { CONDITION_STATUSES } from "@/lib/domain/background/status";
import type { Diagnosis } from "@/lib/domain/codes/schema";
import { CodeField } from "./code-field";
import { StatusField } from "./status-field";

type Props = {
  patientId: string;
  /** Without one, a new condition. */
  condition: Condition | undefined;
  withCodes: boolean;
  onClose: () => void;
};

type Draft = { name: string; onset: string; status: Condition["status"]; diagnosis: Condition["diagnosis"] };

/** What someone lives with, since when, and for doctors its code. */
export function ConditionForm(props: Props) {
  const { condition, withCodes, onClose } = props;
  const { draft, change, choose, submit, failure, isSaving } = useConditionForm(props);
  const errors = failure?.fields;
  return (
    <FormDialog
      title={condition ? `Change ${condition.name}` : "Add a condition"}
      submitLabel={condition ? "Save" : "Add condition"}
      isPending={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      {withCodes ? <CodeField diagnosis={draft.diagnosis} errors={errors} onChoose={choose} /> : null}
      <Field label="Condition" name="name" required errors={errors} hint="Such as asthma or high blood pressure.">
        <Input
          value={draft.name}
          maxLength={400}
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field
        label="Since"
        name="onset"
        optional
        errors={errors}
        hint="A year, a month or a date: 2019, 2019-05 or 2019-05-17."
      >
        <Input
          className="tabular sm:max-w-48"
          value={draft.onset}
          maxLength={10}
          autoComplete="off"
          onChange={(event) => change({ onset: event.target.value })}
        />
      </Field>
      {condition ? (
        <StatusField
          value={draft.status}
          labels={CONDITION_STATUS_LABELS}
          statuses={CONDITION_STATUSES}
          errors={errors}
          onValue={(status) => change({ status })}
        />
      ) : null}
    </FormDialog>
  );
}

function useConditionForm({ patientId, condition, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>({
    name: condition?.name ?? "",
    onset: condition?.onset ?? "",
    status: condition?.status ?? "ACTIVE",
    diagnosis: condition?.diagnosis ?? null,
  });
  // A stored code stays as it is, whatever its limits were; only a new choice is sent.
  const [chosen, setChosen] = useState<Diagnosis | null>();
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const choose = (diagnosis: Diagnosis | null) => {
    setChosen(diagnosis);
    change({ diagnosis, name: draft.name || (diagnosis?.name ?? "") });
  };
  const { save, failure, isSaving } = useSavedForm(condition ? "Saved" : "Condition added");
  const submit = () => {
    const { name, onset, status } = draft;
    const said = { name, onset, ...(chosen === undefined ? {} : { diagnosis: chosen }) };
    save<unknown>(
      () =>
        condition
          ? changeConditionAction({ id: condition.id, version: condition.version, ...said, status })
          : addConditionAction({ patientId, ...said }),
      onClose,
    );
  };
  return { draft, change, choose, submit, failure, isSaving };
}
