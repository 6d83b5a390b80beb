"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { OPERATOR_LABELS, operatorsOf } from "@/lib/domain/questionnaires/format";
import type { Condition, Question } from "@/lib/domain/questionnaires/schema";
import { LONGEST_OPTION, OPERATORS } from "@/lib/domain/questionnaires/status";
import { comparable, conditionOn } from "./edit-questions";
import { NumberInput } from "./number-input";

type Props = {
  questions: readonly Question[];
  index: number;
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
  error: string | undefined;
};

/** When a question is asked: always, or only after certain answers to an earlier one. */
export function ConditionFields({ questions, index, condition, onChange, error }: Props) {
  const earlier = comparable(questions, index);
  const other = earlier.find(({ key }) => key === condition?.question);
  if (earlier.length === 0 && !condition) return null;
  return (
    <div className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr]">
      <Field label="Ask" error={error}>
        <NativeSelect
          value={condition?.question ?? ""}
          empty="Always"
          options={earlier.map(({ key, text }) => ({ value: key, label: `Depending on: ${text || "(no text)"}` }))}
          onChange={({ target }) => {
            const chosen = earlier.find(({ key }) => key === target.value);
            onChange(chosen ? conditionOn(chosen) : null);
          }}
        />
      </Field>
      {condition && other ? <Comparison other={other} condition={condition} onChange={onChange} /> : null}
    </div>
  );
}

type ComparisonProps = { other: Question; condition: Condition; onChange: (condition: Condition) => void };

function Comparison({ other, condition, onChange }: ComparisonProps) {
  return (
    <>
      <Field label="If the answer">
        <NativeSelect
          value={condition.operator}
          options={operatorsOf(other).map((value) => ({ value, label: OPERATOR_LABELS[value] }))}
          onChange={({ target }) =>
            onChange({ ...condition, operator: OPERATORS.find((one) => one === target.value) ?? condition.operator })
          }
        />
      </Field>
      <Field label="This">
        {other.kind === "CHOICE" ? (
          <NativeSelect
            value={String(condition.value)}
            options={other.options.map((option) => ({ value: option, label: option }))}
            onChange={({ target }) => onChange({ ...condition, value: target.value })}
          />
        ) : other.kind === "NUMBER" ? (
          <NumberInput
            value={Number(condition.value)}
            onValue={(value) => onChange({ ...condition, value: value ?? 0 })}
          />
        ) : (
          <Input
            value={String(condition.value)}
            maxLength={LONGEST_OPTION}
            onChange={({ target }) => onChange({ ...condition, value: target.value })}
          />
        )}
      </Field>
    </>
  );
}
