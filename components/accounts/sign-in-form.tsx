"use client";
import type { Route } from "next";
import { useActionState } from "react";
import { Link } from "@/components/ui/link";
import { signInAction, type FormState } from "@/lib/domain/accounts/actions";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { FormFailure } from "@/components/ui/form-failure";
import { routes } from "@/lib/site/routes";

/** Works without scripts, too, through the form's own action. */
export function SignInForm({ from }: { from?: Route | undefined }) {
  const [state, action] = useActionState<FormState, FormData>(signInAction, {});
  const errors = state.error?.fields;
  return (
    <form action={action} className="grid gap-5">
      <FormFailure error={state.error} />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      <Field label="Email" name="email" required errors={errors}>
        <EmailInput autoComplete="username" defaultValue={state.values?.email} autoFocus={!state.error} />
      </Field>
      <div className="grid gap-1.5">
        <Field label="Password" name="password" required errors={errors}>
          <PasswordInput autoComplete="current-password" autoFocus={Boolean(state.error)} />
        </Field>
        <Link href={routes.forgotPassword()} className="touch-target w-fit text-sm font-medium text-accent underline">
          Forgotten your password?
        </Link>
      </div>
      <SubmitButton size="lg" block>
        Sign in
      </SubmitButton>
    </form>
  );
}
