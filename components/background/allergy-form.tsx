"use client";
import { useState } from "react";
import { Field, type FieldProps } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { FormFailure } from "@/components/ui/form-failure";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { useSavedForm } from "@/components/ui/use-saved-form";
import { addAllergyAction, changeAllergyAction } from "@/lib/domain/background/actions";
import { ALLERGY_STATUS_LABELS, CATEGORY_LABELS, CRITICALITY_LABELS } from "@/lib/domain/background/format";
import type { Allergy } from "@/lib/domain/background/schema";
import { ALLERGY_CATEGORIES, ALLERGY_STATUSES, CRITICALITIES } from "@/lib/domain/background/status";
import { StatusField } from "./status-field";

type Props = {
  patientId: string;
  /** Without one, a new allergy. */
  allergy: Allergy | undefined;
  onClose: () => void;
};

const EMPTY = {
  substance: "",
  category: "MEDICATION",
  criticality: "UNKNOWN",
  reaction: "",
  status: "ACTIVE",
} as const satisfies Partial<Allergy>;

type Draft = Pick<Allergy, keyof typeof EMPTY>;

/** What someone is allergic to, how dangerous it is and what happens. */
export function AllergyForm(props: Props) {
  const { allergy, onClose } = props;
  const { draft, change, submit, failure, isSaving } = useAllergyForm(props);
  const errors = failure?.fields;
  return (
    <FormDialog
      title={allergy ? `Change ${allergy.substance}` : "Add an allergy"}
      submitLabel={allergy ? "Save" : "Add allergy"}
      isPending={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormFailure error={failure} />
      <Field
        label="Allergic to"
        name="substance"
        required
        errors={errors}
        hint="A medicine, a food or something else, such as penicillin, peanuts or latex."
      >
        <Input
          value={draft.substance}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => change({ substance: event.target.value })}
        />
      </Field>
      <KindFields draft={draft} onChange={change} errors={errors} />
      <Field label="What happens" name="reaction" optional errors={errors} hint="Such as a rash.">
        <Input
          value={draft.reaction}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => change({ reaction: event.target.value })}
        />
      </Field>
      {allergy ? (
        <StatusField
          value={draft.status}
          labels={ALLERGY_STATUS_LABELS}
          statuses={ALLERGY_STATUSES}
          errors={errors}
          onValue={(status) => change({ status })}
        />
      ) : null}
    </FormDialog>
  );
}

function useAllergyForm({ patientId, allergy, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(allergy ?? EMPTY);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const { save, failure, isSaving } = useSavedForm(allergy ? "Saved" : "Allergy added");
  const submit = () => {
    const { substance, category, criticality, reaction, status } = draft;
    const said = { substance, category, criticality, reaction };
    save<unknown>(
      () =>
        allergy
          ? changeAllergyAction({ id: allergy.id, version: allergy.version, ...said, status })
          : addAllergyAction({ patientId, ...said }),
      onClose,
    );
  };
  return { draft, change, submit, failure, isSaving };
}

type KindProps = { draft: Draft; onChange: (changes: Partial<Draft>) => void; errors: FieldProps["errors"] };

function KindFields({ draft: { category, criticality }, onChange, errors }: KindProps) {
  return (
    <>
      <Field label="Kind" name="category" errors={errors}>
        <NativeSelect
          value={category}
          options={ALLERGY_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          onChange={({ target }) =>
            onChange({ category: ALLERGY_CATEGORIES.find((one) => one === target.value) ?? category })
          }
        />
      </Field>
      <Field label="Risk" name="criticality" errors={errors}>
        <NativeSelect
          value={criticality}
          options={CRITICALITIES.map((value) => ({ value, label: CRITICALITY_LABELS[value] }))}
          onChange={({ target }) =>
            onChange({ criticality: CRITICALITIES.find((one) => one === target.value) ?? criticality })
          }
        />
      </Field>
    </>
  );
}
