"use client";
import { useActionState, useState } from "react";
import { saveProfileAction, type FormState } from "@/lib/domain/accounts/actions";
import { tryFormAction } from "@/lib/platform/actions/try-action";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { UnsavedFields } from "@/components/ui/unsaved-fields";
import { FormFailure } from "@/components/ui/form-failure";
import { TimeZoneField } from "./time-zone-field";

const save = tryFormAction(saveProfileAction);

export type ProfileFormProps = { name: string; phone: string | null; timeZone: string; version: number };

export function ProfileForm({ name, phone, timeZone, version }: ProfileFormProps) {
  const [state, action] = useActionState<FormState, FormData>(save, {});
  const [isDirty, setDirty] = useState(false);
  const errors = state.error?.fields;
  const conflict = state.error?.code === "version-mismatch";
  return (
    <form action={action} className="grid max-w-xl gap-5">
      {conflict ? (
        <FormMessage tone="wait" title="This was changed somewhere else">
          Your changes are still here. Save again to keep them.
        </FormMessage>
      ) : (
        <FormFailure error={state.error} />
      )}
      <UnsavedFields saved={state.done} version={version} onChange={setDirty} />
      {state.done && !isDirty ? <FormMessage tone="good" title="Saved" /> : null}
      <input type="hidden" name="version" value={version} />
      <Field label="Name" name="name" required errors={errors}>
        <Input autoComplete="name" defaultValue={state.values?.name ?? name} maxLength={120} />
      </Field>
      <Field label="Phone" name="phone" optional errors={errors}>
        <Input type="tel" autoComplete="tel" defaultValue={state.values?.phone ?? phone ?? ""} maxLength={32} />
      </Field>
      <TimeZoneField
        label="Time zone"
        name="timeZone"
        errors={errors}
        defaultValue={state.values?.timeZone ?? timeZone}
      />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </form>
  );
}
