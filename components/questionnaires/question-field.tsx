"use client";
import { useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldContext } from "@/components/ui/field-context";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { answerProblem } from "@/lib/domain/questionnaires/format";
import type { Answer, Question } from "@/lib/domain/questionnaires/schema";
import { LONGEST_ANSWER } from "@/lib/domain/questionnaires/status";
import { FileAnswer } from "./file-answer";

type Of<K extends Question["kind"]> = Extract<Question, { kind: K }>;
type ControlProps<K extends Question["kind"]> = {
  question: Of<K>;
  value: Answer | undefined;
  onValue: (answer: Answer | undefined) => void;
};
type Props = ControlProps<Question["kind"]> & { error?: string | undefined };

/** One question with the control for its answer; what can't be one is said when the field is left. */
export function QuestionField({ question, value, onValue, error }: Props) {
  const [isLeft, setIsLeft] = useState(false);
  const { text, help, required, key } = question;
  const problem = isLeft && value !== undefined && value !== "" ? answerProblem(question, value) : null;
  return (
    <div onBlur={() => setIsLeft(true)}>
      <Field
        label={text}
        name={`answers.${key}`}
        hint={help || undefined}
        error={problem ?? error}
        required={required}
        optional={!required}
      >
        <Control question={question} value={value} onValue={onValue} />
      </Field>
    </div>
  );
}

function Control({ question, ...props }: ControlProps<Question["kind"]>) {
  const { value, onValue } = props;
  switch (question.kind) {
    case "TEXT":
      return <TextAnswer question={question} {...props} />;
    case "CHOICE":
      return question.many ? <Chosen question={question} {...props} /> : <OneOf question={question} {...props} />;
    case "NUMBER":
      return <NumberAnswer question={question} {...props} />;
    case "FILE":
      return <FileAnswer question={question.key} value={value} />;
    case "DATE":
      return (
        <Input
          type="date"
          className="max-w-52"
          value={typeof value === "string" ? value : ""}
          onChange={({ target }) => onValue(target.value || undefined)}
        />
      );
  }
}

function TextAnswer({ value: given, onValue }: ControlProps<"TEXT">) {
  return (
    <Textarea
      rows={2}
      maxLength={LONGEST_ANSWER}
      value={typeof given === "string" ? given : ""}
      onChange={({ target }) => onValue(target.value)}
    />
  );
}

function OneOf({ question: { options, required }, value: given, onValue }: ControlProps<"CHOICE">) {
  const chosen = typeof given === "string" ? given : "";
  return (
    <div>
      <RadioGroup value={chosen} onValueChange={onValue}>
        {options.map((option) => (
          <RadioCard key={option} value={option} label={option} />
        ))}
      </RadioGroup>
      {chosen && !required ? (
        <Button variant="quiet" size="sm" className="mt-1" onClick={() => onValue(undefined)}>
          Clear this answer
        </Button>
      ) : null}
    </div>
  );
}

function Chosen({ question: { options }, value: given, onValue }: ControlProps<"CHOICE">) {
  const field = useContext(FieldContext);
  const chosen = typeof given === "object" ? given : [];
  const change = (option: string, isChosen: boolean) =>
    onValue(options.filter((one) => (one === option ? isChosen : chosen.includes(one))));
  return (
    <div
      id={field?.id}
      role="group"
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      className="grid gap-2"
    >
      {/* The group has the name, the hint and the error; its boxes have their own. */}
      <FieldContext value={null}>
        {options.map((option) => (
          <div
            key={option}
            className="flex min-h-11 items-center rounded-md border border-line-strong/60 bg-surface px-4 py-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft"
          >
            <Checkbox
              label={option}
              checked={chosen.includes(option)}
              aria-invalid={field?.invalid || undefined}
              onCheckedChange={(isChosen) => change(option, isChosen === true)}
            />
          </div>
        ))}
      </FieldContext>
    </div>
  );
}

function NumberAnswer({ question: { unit, min, max }, value: given, onValue }: ControlProps<"NUMBER">) {
  const [text, setText] = useState("");
  // Answered elsewhere; what is no number yet stays as it is typed.
  if (typeof given !== "string" && typeof given !== "object" && given !== readNumber(text))
    setText(String(given ?? ""));
  const within = [min === null ? "" : `from ${min}`, max === null ? "" : `to ${max}`].filter(Boolean).join(" ");
  return (
    <div className="flex items-center gap-2">
      <Input
        inputMode="decimal"
        className="max-w-32"
        maxLength={12}
        autoComplete="off"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onValue(readNumber(target.value));
        }}
      />
      <span className="text-sm text-quiet">{[unit, within && `(${within})`].filter(Boolean).join(" ")}</span>
    </div>
  );
}

/** A number with a comma or a point; what is none stays a text, and is said to be none. */
function readNumber(text: string): Answer | undefined {
  const clean = text.trim().replace(",", ".");
  if (clean === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : text;
}
