"use client";
import { useActionState } from "react";
import { requestResetAction, type FormState } from "@/lib/domain/accounts/actions";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { FormFailure } from "@/components/ui/form-failure";

/** Says the same whether the address is known or not. */
export function RequestResetForm() {
  const [state, action] = useActionState<FormState, FormData>(requestResetAction, {});
  return (
    <form action={action} className="grid gap-5">
      <FormFailure error={state.error} />
      {state.done ? (
        <FormMessage tone="good" title="Check your inbox">
          If there is an account with this address, a link is on its way. It works once, for an hour.
        </FormMessage>
      ) : null}
      <Field label="Email" name="email" required errors={state.error?.fields}>
        <EmailInput autoComplete="username" defaultValue={state.values?.email} />
      </Field>
      <SubmitButton size="lg" block {...(state.done ? { variant: "secondary" as const } : {})}>
        {state.done ? "Send it again" : "Send me a link"}
      </SubmitButton>
    </form>
  );
}
