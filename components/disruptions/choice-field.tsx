"use client";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { AwayChoice } from "./absence-view";

type Props = {
  choices: AwayChoice[];
  portal: "doctor" | "hospital";
  chosen: number;
  onChoose: (index: number) => void;
};

/** The place for a doctor, the doctor for a desk; nothing to choose where there is one. */
export function ChoiceField({ choices, portal, chosen, onChoose }: Props) {
  if (choices.length === 1) return null;
  return (
    <Field label={portal === "doctor" ? "Where" : "Doctor"}>
      <NativeSelect
        value={String(chosen)}
        onChange={(event) => onChoose(Number(event.target.value))}
        options={choices.map(({ label }, index) => ({ value: String(index), label }))}
      />
    </Field>
  );
}
