"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { GRANT_MEANINGS, GRANT_WORDS } from "@/lib/domain/sharing/format";
import type { GrantScope } from "@/lib/domain/sharing/status";
import type { FieldError } from "@/lib/platform/errors/app-error";

const SCOPES: GrantScope[] = ["RECORD", "BACKGROUND"];

export type GrantDraft = { scope: GrantScope; endsOn: string };
type Props = {
  draft: GrantDraft;
  onChange: (draft: GrantDraft) => void;
  today: string;
  errors: readonly FieldError[] | undefined;
};

/** What a doctor may read, and until when. */
export function GrantFields({ draft, onChange, today, errors }: Props) {
  return (
    <>
      <Field label="What may they read?" name="scope" errors={errors}>
        <RadioGroup
          value={draft.scope}
          onValueChange={(value) =>
            onChange({ ...draft, scope: SCOPES.find((scope) => scope === value) ?? draft.scope })
          }
        >
          {SCOPES.map((scope) => (
            <RadioCard key={scope} value={scope} label={GRANT_WORDS[scope]} hint={GRANT_MEANINGS[scope]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Last day"
        name="endsOn"
        optional
        errors={errors}
        hint="Leave it empty to decide later. You can stop sharing at any time."
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
