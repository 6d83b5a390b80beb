"use client";
import { useActionState } from "react";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { FormFailure } from "@/components/ui/form-failure";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerEmailChangeAction, type EmailChangeState } from "@/lib/domain/email-changes/actions";
import { tryFormAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

const answer = tryFormAction(answerEmailChangeAction);

const WORDS = {
  change: {
    title: "Use this address?",
    text: "From then on, you sign in to your CareSync account with it, and emails come here. All devices are signed out. The password stays the same.",
    submit: "Use this address",
    done: "The address has changed",
    then: "Sign in with the new address and the same password.",
  },
  stop: {
    title: "Keep this address?",
    text: "The change to another address is stopped. Your account and your devices stay as they are.",
    submit: "Keep this address",
    done: "The address stays as it is",
    then: "If you didn’t ask for the change, choose a new password as well.",
  },
} as const;

type Props = { token: string; does: keyof typeof WORDS; /** The address the account has afterwards. */ email: string };

/** What the links lead to: a question, and the button that answers it. */
export function AnswerEmailChange({ token, does, email }: Props) {
  const [state, action] = useActionState<EmailChangeState, FormData>(answer, {});
  const words = WORDS[does];
  if (state.done)
    return (
      <AuthCard title={words.done}>
        <FormMessage tone="good" title={<span className="wrap-anywhere">{email}</span>} className="mb-5">
          {words.then}
        </FormMessage>
        <Button asChild size="lg" block>
          <Link href={routes.signIn()}>Go to sign in</Link>
        </Button>
      </AuthCard>
    );
  return (
    <AuthCard title={words.title} lead={<span className="font-semibold wrap-anywhere text-ink">{email}</span>}>
      <form action={action} className="grid gap-5">
        <input type="hidden" name="token" value={token} />
        <FormFailure error={state.error} />
        <p className="text-quiet">{words.text}</p>
        <SubmitButton size="lg" block>
          {words.submit}
        </SubmitButton>
      </form>
    </AuthCard>
  );
}
