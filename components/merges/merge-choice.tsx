"use client";
import { useId } from "react";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { FIELD_LABELS, HOLDER_WORDS, holdingsText } from "@/lib/domain/merges/format";
import type { PatientRecord } from "@/lib/domain/merges/schema";
import type { MergeField } from "@/lib/domain/merges/status";

const ORDINALS = ["First record", "Second record"];

type SurvivorProps = {
  records: readonly PatientRecord[];
  survivorId: string;
  onChange: (id: string) => void;
};

/** Which of the two records stands for both. */
export function SurvivorChoice({ records, survivorId, onChange }: SurvivorProps) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id}>
      <p id={id} className="mb-2 font-semibold">
        Which record do you keep?
      </p>
      <RadioGroup
        aria-label="Which record do you keep?"
        className="sm:grid-cols-2"
        value={survivorId}
        onValueChange={onChange}
      >
        {records.map((record, index) => (
          <RadioCard
            key={record.id}
            value={record.id}
            label={`${ORDINALS[index]}: ${record.name}`}
            hint={`${HOLDER_WORDS[record.holder]} · ${holdingsText(record)}`}
          />
        ))}
      </RadioGroup>
    </fieldset>
  );
}

type ValueProps = {
  field: MergeField;
  survivor: PatientRecord;
  source: PatientRecord;
  isTaken: boolean;
  onChange: (isTaken: boolean) => void;
};

/** Which of two values the kept record has afterwards. */
export function ValueChoice({ field, survivor, source, isTaken, onChange }: ValueProps) {
  const { locale } = useReader();
  const textOf = (record: PatientRecord) => {
    const value = record[field];
    if (value === null) return "None";
    return field === "bornOn" ? formatDate(value, "dated", locale) : value;
  };
  return (
    <fieldset>
      <p className="mb-2 text-sm font-semibold">{FIELD_LABELS[field]}</p>
      <RadioGroup
        aria-label={FIELD_LABELS[field]}
        className="sm:grid-cols-2"
        value={isTaken ? "source" : "survivor"}
        onValueChange={(value) => onChange(value === "source")}
      >
        <RadioCard
          value="survivor"
          label={<LocaleText>{textOf(survivor)}</LocaleText>}
          hint="As in the record you keep"
        />
        <RadioCard value="source" label={<LocaleText>{textOf(source)}</LocaleText>} hint="From the other record" />
      </RadioGroup>
    </fieldset>
  );
}
