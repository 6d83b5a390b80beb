"use client";
import { useState } from "react";
import { useDiagnosisSearch } from "@/components/records/use-diagnosis-search";
import { Combobox } from "@/components/ui/combobox";
import { Field, type FieldProps } from "@/components/ui/field";
import type { Condition } from "@/lib/domain/background/schema";
import type { Diagnosis } from "@/lib/domain/codes/schema";

type Props = {
  diagnosis: Condition["diagnosis"];
  errors: FieldProps["errors"];
  onChoose: (diagnosis: Diagnosis | null) => void;
};

type Code = { system: string; code: string; name: string };
const keyOf = ({ system, code }: Code) => `${system} ${code}`;
const optionOf = (one: Code) => ({ value: keyOf(one), label: one.name, hint: one.code });

/** The diagnosis code of a condition, searched in the active edition. */
export function CodeField({ diagnosis, errors, onChoose }: Props) {
  const [words, setWords] = useState<string | null>(null);
  const { found, isPending, failed } = useDiagnosisSearch(words);
  const isFound = diagnosis !== null && found.some((one) => keyOf(one) === keyOf(diagnosis));
  const choose = (value: string | null) => {
    const one = found.find((code) => keyOf(code) === value);
    if (one) onChoose({ system: one.system, version: one.version, code: one.code, name: one.name });
    else if (value === null) onChoose(null);
  };
  return (
    <div onFocus={() => setWords((before) => before ?? "")}>
      <Field label="Diagnosis code" name="diagnosis" optional errors={errors} hint="Search by code or words.">
        <Combobox
          options={[...(diagnosis && !isFound ? [diagnosis] : []), ...found].map(optionOf)}
          value={diagnosis && keyOf(diagnosis)}
          onValueChange={choose}
          onSearch={setWords}
          pending={isPending}
          clearLabel="No code"
          placeholder="Choose a code…"
          searchPlaceholder="Search diagnoses"
          emptyText={failed ? "The search failed. Check the connection and type again." : "Type a code or a word"}
        />
      </Field>
    </div>
  );
}
