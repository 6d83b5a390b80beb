"use client";
import { useActionState } from "react";
import { resetPasswordAction, type FormState } from "@/lib/domain/accounts/actions";
import { PASSWORD_HINT, PASSWORD_MIN } from "@/lib/domain/accounts/schema";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { FormFailure } from "@/components/ui/form-failure";

export function ResetPasswordForm({ token }: { token: string }) {
  const [state, action] = useActionState<FormState, FormData>(resetPasswordAction, {});
  return (
    <form action={action} className="grid gap-5">
      <FormFailure error={state.error} />
      <input type="hidden" name="token" value={token} />
      <Field label="New password" name="newPassword" required errors={state.error?.fields} hint={PASSWORD_HINT}>
        <PasswordInput autoComplete="new-password" minLength={PASSWORD_MIN} />
      </Field>
      <SubmitButton size="lg" block>
        Save the new password
      </SubmitButton>
    </form>
  );
}
