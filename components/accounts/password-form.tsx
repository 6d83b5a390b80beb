"use client";
import { useActionState } from "react";
import { savePasswordAction, type FormState } from "@/lib/domain/accounts/actions";
import { tryFormAction } from "@/lib/platform/actions/try-action";
import { PASSWORD_HINT, PASSWORD_MIN } from "@/lib/domain/accounts/schema";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { UnsavedFields } from "@/components/ui/unsaved-fields";
import { FormFailure } from "@/components/ui/form-failure";

const save = tryFormAction(savePasswordAction);

/** `email` is for password managers, which save the new password under it. */
export function PasswordForm({ email }: { email: string }) {
  const [state, action] = useActionState<FormState, FormData>(save, {});
  const errors = state.error?.fields;
  return (
    <form action={action} className="grid max-w-xl gap-5">
      <UnsavedFields saved={state.done} version={0} />
      <FormFailure error={state.error} />
      {state.done ? (
        <FormMessage tone="good" title="Your new password is saved">
          All other devices were signed out.
        </FormMessage>
      ) : null}
      <input type="email" autoComplete="username" value={email} readOnly hidden aria-hidden tabIndex={-1} />
      <Field label="Current password" name="currentPassword" required errors={errors}>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Field label="New password" name="newPassword" required errors={errors} hint={PASSWORD_HINT}>
        <PasswordInput autoComplete="new-password" minLength={PASSWORD_MIN} />
      </Field>
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </form>
  );
}
