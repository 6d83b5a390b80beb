"use client";
import { Field } from "./field";
import { Input } from "./input";
import { RadioCard, RadioGroup } from "./radio-group";
import type { FieldError } from "@/lib/platform/errors/app-error";

export type ScopeDraft<S extends string> = { scope: S; endsOn: string };
export type ScopeFieldsProps<S extends string> = {
  draft: ScopeDraft<S>;
  onChange: (draft: ScopeDraft<S>) => void;
  today: string;
  errors: readonly FieldError[] | undefined;
};
type Props<S extends string> = ScopeFieldsProps<S> & {
  label: string;
  scopes: readonly S[];
  words: Record<S, string>;
  meanings: Record<S, string>;
  /** How it can be ended early. */
  ending: string;
};

/** What someone is given a right to, and until when. */
export function ScopeFields<S extends string>(props: Props<S>) {
  const { draft, onChange, today, errors, label, scopes, words, meanings, ending } = props;
  return (
    <>
      <Field label={label} name="scope" errors={errors}>
        <RadioGroup
          value={draft.scope}
          onValueChange={(value) =>
            onChange({ ...draft, scope: scopes.find((scope) => scope === value) ?? draft.scope })
          }
        >
          {scopes.map((scope) => (
            <RadioCard key={scope} value={scope} label={words[scope]} hint={meanings[scope]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Last day"
        name="endsOn"
        optional
        errors={errors}
        hint={`Leave it empty to decide later. You can ${ending} at any time.`}
      >
        <Input
          type="date"
          value={draft.endsOn}
          min={today}
          onChange={(event) => onChange({ ...draft, endsOn: event.target.value })}
        />
      </Field>
    </>
  );
}
