"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { errorFor, Field, type FieldProps } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Question } from "@/lib/domain/questionnaires/schema";
import { LONGEST_OPTION, LONGEST_UNIT, MOST_OPTIONS } from "@/lib/domain/questionnaires/status";
import { NumberInput } from "./number-input";

type Props = { question: Question; path: string; errors: FieldProps["errors"]; onChange: (question: Question) => void };

/** What a question has beside its words: the options of a choice, unit and limits of a number. */
export function KindFields({ question, ...props }: Props) {
  if (question.kind === "CHOICE") return <Options question={question} {...props} />;
  if (question.kind !== "NUMBER") return null;
  const { path, errors, onChange } = props;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label="Unit" optional name={`${path}.unit`} errors={errors}>
        <Input
          value={question.unit}
          maxLength={LONGEST_UNIT}
          onChange={({ target }) => onChange({ ...question, unit: target.value })}
        />
      </Field>
      <Field label="Lowest" optional name={`${path}.min`} errors={errors}>
        <NumberInput value={question.min} onValue={(min) => onChange({ ...question, min })} />
      </Field>
      <Field label="Highest" optional name={`${path}.max`} errors={errors}>
        <NumberInput value={question.max} onValue={(max) => onChange({ ...question, max })} />
      </Field>
    </div>
  );
}

type OptionsProps = Omit<Props, "question"> & { question: Extract<Question, { kind: "CHOICE" }> };

function Options({ question, path, errors, onChange }: OptionsProps) {
  const { options, many } = question;
  const set = (next: string[]) => onChange({ ...question, options: next });
  const whole = errors?.find((error) => error.path === `${path}.options`)?.message;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-semibold">Options</legend>
      {options.map((option, index) => (
        <div key={index} className="flex items-start gap-2">
          <Field
            label={`Option ${index + 1}`}
            hideLabel
            className="flex-1"
            error={errorFor(errors, `${path}.options.${index}`)}
          >
            <Input
              value={option}
              maxLength={LONGEST_OPTION}
              onChange={({ target }) => set(options.with(index, target.value))}
            />
          </Field>
          <IconButton
            label={`Remove option ${index + 1}`}
            disabled={options.length <= 2}
            onClick={() => set(options.toSpliced(index, 1))}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {whole ? <p className="text-sm text-stop">{whole}</p> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button
          variant="secondary"
          size="sm"
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => set([...options, ""])}
        >
          <Plus aria-hidden /> Add an option
        </Button>
        <Checkbox
          label="Several can be chosen"
          checked={many}
          onCheckedChange={(isMany) => onChange({ ...question, many: isMany === true })}
        />
      </div>
    </fieldset>
  );
}
