"use client";
import { Pill, Plus, Repeat2, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import { AllergyWarning, type Substance } from "./allergy-warning";
import { DaysField, SuggestField } from "./medicine-inputs";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { warningOf } from "@/lib/domain/background/format";
import { doseText, drugText } from "@/lib/domain/records/format";
import type { Prescription } from "@/lib/domain/records/schema";
import { DRUG_FORMS, DRUG_FREQUENCIES, DRUG_ROUTES } from "@/lib/domain/records/status";

export const NEW_PRESCRIPTION: Prescription = {
  drug: "",
  strength: "",
  form: "",
  dose: "",
  route: "",
  frequency: "",
  days: null,
  instructions: "",
  allergyReason: "",
};

/** How a medicine is taken, in the order of the form. */
const HOW = [
  { part: "strength", label: "Strength", placeholder: "500 mg", max: 60 },
  { part: "form", label: "Form", max: 60, suggestions: DRUG_FORMS },
  { part: "dose", label: "Dose", placeholder: "1 tablet", max: 60 },
  { part: "frequency", label: "How often", max: 120, suggestions: DRUG_FREQUENCIES },
  { part: "route", label: "Route", max: 60, suggestions: DRUG_ROUTES },
] as const;

type Props = {
  prescriptions: Prescription[];
  /** What the patient got before and still takes, and what the doctor prescribes often. */
  earlier: Prescription[];
  current: Prescription[];
  usual: Prescription[];
  /** What the patient reacts to. */
  allergies: readonly Substance[];
  errors: readonly FieldError[] | undefined;
  onChange: (prescriptions: Prescription[]) => void;
};

/** The medicines of a visit: written freely, with the doctor's own suggested; an earlier one is repeated by one tap. */
export function PrescriptionFields({ prescriptions, earlier, current, usual, allergies, errors, onChange }: Props) {
  const replace = (at: number, one: Prescription) =>
    onChange(prescriptions.map((before, index) => (index === at ? one : before)));
  const named = new Set(prescriptions.map(({ drug }) => drug.trim().toLowerCase()));
  const repeatable = earlier.filter(({ drug }) => !named.has(drug.toLowerCase()));
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-sm font-semibold">Medicines</legend>
      {prescriptions.map((one, index) => (
        <PrescriptionField
          key={index}
          name={`parts.prescriptions.${index}`}
          prescription={one}
          usual={usual}
          allergies={allergies}
          errors={errors}
          warning={duplicateOf(prescriptions, index, current)}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => onChange(prescriptions.filter((_one, at) => at !== index))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onClick={() => onChange([...prescriptions, NEW_PRESCRIPTION])}>
          <Plus aria-hidden /> Add a medicine
        </Button>
        {repeatable.map((one, index) => (
          <Button
            key={index}
            size="sm"
            variant="quiet"
            className="h-auto min-h-8 max-w-full py-1 text-left wrap-anywhere whitespace-normal"
            title={doseText(one)}
            onClick={() => onChange([...prescriptions, one])}
          >
            <Repeat2 aria-hidden /> {drugText(one)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function duplicateOf(prescriptions: Prescription[], at: number, current: Prescription[]): string | undefined {
  const nameOf = ({ drug }: Prescription) => drug.trim().toLowerCase();
  const [one, others] = [prescriptions[at], prescriptions.filter((_one, index) => index !== at)];
  if (!one || nameOf(one) === "") return undefined;
  if (others.some((other) => nameOf(other) === nameOf(one))) return "This medicine is on the list twice.";
  const taken = current.find((other) => nameOf(other) === nameOf(one));
  return taken && `The patient already takes this: ${[drugText(taken), doseText(taken)].filter(Boolean).join(", ")}.`;
}

type OneProps = {
  name: string;
  prescription: Prescription;
  usual: Prescription[];
  allergies: readonly Substance[];
  errors: readonly FieldError[] | undefined;
  warning: string | undefined;
  onChange: (prescription: Prescription) => void;
  onRemove: () => void;
};

function PrescriptionField(props: OneProps) {
  const { name, prescription, allergies, errors, onChange } = props;
  return (
    <div className="grid gap-3 rounded-lg border border-line p-3">
      <DrugField {...props} />
      <AllergyWarning
        drug={prescription.drug}
        allergies={allergies}
        reason={prescription.allergyReason}
        name={`${name}.allergyReason`}
        errors={errors}
        onReason={(allergyReason) => onChange({ ...prescription, allergyReason })}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {HOW.map(({ part, ...how }) => (
          <SuggestField
            key={part}
            {...how}
            name={`${name}.${part}`}
            errors={errors}
            value={prescription[part]}
            onValue={(text) => onChange({ ...prescription, [part]: text })}
          />
        ))}
        <DaysField
          name={`${name}.days`}
          days={prescription.days}
          errors={errors}
          onDays={(days) => onChange({ ...prescription, days })}
        />
      </div>
      <Field label="Instructions" name={`${name}.instructions`} errors={errors} optional>
        <Textarea
          rows={1}
          className="min-h-10"
          maxLength={1000}
          value={prescription.instructions}
          onChange={(event) => onChange({ ...prescription, instructions: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** The medicine's name; a suggested one brings how it is usually taken, until something else was written. */
function DrugField({ name, prescription, usual, allergies, errors, warning, onChange, onRemove }: OneProps) {
  const setDrug = (drug: string) => {
    const known = usual.find((one) => drugText(one) === drug);
    const next = known && isBare(prescription) ? known : { ...prescription, drug };
    // The reason was for another medicine.
    const isSafe = next.allergyReason !== "" && warningOf(drug, allergies) === null;
    onChange(isSafe ? { ...next, allergyReason: "" } : next);
  };
  return (
    <div className="flex items-end gap-2">
      <SuggestField
        required
        className="flex-1"
        label="Medicine"
        name={`${name}.drug`}
        errors={errors}
        hint={warning}
        max={200}
        value={prescription.drug}
        suggestions={usual.map(drugText)}
        icon={<Pill />}
        onValue={setDrug}
      />
      <IconButton label={`Remove ${prescription.drug || "this medicine"}`} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  );
}

const isBare = ({ drug: _drug, ...rest }: Prescription) =>
  Object.values(rest).every((value) => value === "" || value === null);
