"use client";
import { ArrowDown, ArrowUp, Copy, Trash2 } from "lucide-react";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { errorFor, Field, type FieldProps } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { KIND_LABELS } from "@/lib/domain/questionnaires/format";
import type { Question } from "@/lib/domain/questionnaires/schema";
import { LONGEST_HELP, LONGEST_QUESTION, MOST_QUESTIONS, QUESTION_KINDS } from "@/lib/domain/questionnaires/status";
import { ConditionFields } from "./condition-fields";
import { duplicated, moved, ofKind } from "./edit-questions";
import { KindFields } from "./kind-fields";

type Props = {
  questions: Question[];
  index: number;
  errors: FieldProps["errors"];
  onChange: (questions: Question[]) => void;
};

/** One question of a draft: its words, how it is answered, and when it is asked. */
export function QuestionEditor({ questions, index, errors, onChange }: Props) {
  const question = questions[index];
  if (!question) return null;
  const path = `questions.${index}`;
  const change = (next: Question) => onChange(questions.with(index, next));
  return (
    <Card as="section" aria-label={`Question ${index + 1}`} className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base tabular">Question {index + 1}</h2>
        <Tools questions={questions} index={index} onChange={onChange} />
      </div>
      <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
        <Field label="Question" name={`${path}.text`} errors={errors} required>
          <Input
            value={question.text}
            maxLength={LONGEST_QUESTION}
            autoComplete="off"
            onChange={({ target }) => change({ ...question, text: target.value })}
          />
        </Field>
        <Field label="Answered with" name={`${path}.kind`} errors={errors}>
          <NativeSelect
            value={question.kind}
            options={QUESTION_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
            onChange={({ target }) =>
              change(ofKind(question, QUESTION_KINDS.find((one) => one === target.value) ?? question.kind))
            }
          />
        </Field>
      </div>
      <Help question={question} path={path} errors={errors} onChange={change} />
      <KindFields question={question} path={path} errors={errors} onChange={change} />
      <ConditionFields
        questions={questions}
        index={index}
        condition={question.condition}
        error={errorFor(errors, `${path}.condition`)}
        onChange={(condition) => change({ ...question, condition })}
      />
      <Checkbox
        label="Must be answered"
        checked={question.required}
        onCheckedChange={(isRequired) => change({ ...question, required: isRequired === true })}
      />
    </Card>
  );
}

function Help({ question, path, errors, onChange }: ComponentProps<typeof KindFields>) {
  return (
    <Field label="Help" name={`${path}.help`} errors={errors} optional>
      <Input
        value={question.help}
        maxLength={LONGEST_HELP}
        autoComplete="off"
        onChange={({ target }) => onChange({ ...question, help: target.value })}
      />
    </Field>
  );
}

function Tools({ questions, index, onChange }: Omit<Props, "errors">) {
  const which = `question ${index + 1}`;
  return (
    <div className="flex gap-1">
      <IconButton
        label={`Move ${which} up`}
        disabled={index === 0}
        onClick={() => onChange(moved(questions, index, -1))}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={`Move ${which} down`}
        disabled={index === questions.length - 1}
        onClick={() => onChange(moved(questions, index, 1))}
      >
        <ArrowDown aria-hidden />
      </IconButton>
      <IconButton
        label={`Duplicate ${which}`}
        disabled={questions.length >= MOST_QUESTIONS}
        onClick={() => onChange(duplicated(questions, index))}
      >
        <Copy aria-hidden />
      </IconButton>
      <IconButton label={`Remove ${which}`} onClick={() => onChange(questions.toSpliced(index, 1))}>
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}
