"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { SCOPE_MEANINGS, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { AccessScope } from "@/lib/domain/patients/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";

const SCOPES: AccessScope[] = ["ALL", "BOOK", "READ"];

export type AccessDraft = { scope: AccessScope; endsOn: string };
type Props = {
  draft: AccessDraft;
  onChange: (draft: AccessDraft) => void;
  today: string;
  errors: readonly FieldError[] | undefined;
};

/** What someone may do, and until when. */
export function AccessFields({ draft, onChange, today, errors }: Props) {
  return (
    <>
      <Field label="What may they do?" name="scope" errors={errors}>
        <RadioGroup
          value={draft.scope}
          onValueChange={(value) =>
            onChange({ ...draft, scope: SCOPES.find((scope) => scope === value) ?? draft.scope })
          }
        >
          {SCOPES.map((scope) => (
            <RadioCard key={scope} value={scope} label={SCOPE_WORDS[scope]} hint={SCOPE_MEANINGS[scope]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Last day"
        name="endsOn"
        optional
        errors={errors}
        hint="Leave it empty to decide later. You can end it at any time."
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
