"use client";
import { useActionState } from "react";
import { AuthCard } from "@/components/shell/auth-card";
import { FormFailure } from "@/components/ui/form-failure";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { stopEmailsAction, type StopState } from "@/lib/domain/preferences/actions";
import { tryFormAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

const stop = tryFormAction(stopEmailsAction);
const STAYS = "You'll still find everything in CareSync, and you'll still get emails when an appointment changes.";

type Props = { token: string; /** "You get emails about …". */ about: string };

/** What the link of an email leads to: a question, and the button that answers it. */
export function StopEmails({ token, about }: Props) {
  const [state, action] = useActionState<StopState, FormData>(stop, {});
  return (
    <AuthCard
      title={state.done ? "These emails have stopped" : "Stop these emails?"}
      lead={state.done ? undefined : `You get emails about ${about}.`}
    >
      <form action={action} className="grid gap-5">
        <input type="hidden" name="token" value={token} />
        {state.done ? (
          <FormMessage tone="good" title={`No more emails about ${about}`}>
            {STAYS}
          </FormMessage>
        ) : (
          <>
            <FormFailure error={state.error} />
            <p className="text-quiet">{STAYS}</p>
            <SubmitButton size="lg" block>
              Stop these emails
            </SubmitButton>
          </>
        )}
        <p className="text-sm">
          <Link href={routes.patient.choices()} className="touch-target font-semibold text-accent underline">
            Choose what you get
          </Link>
        </p>
      </form>
    </AuthCard>
  );
}
