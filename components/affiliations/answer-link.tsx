"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { toast } from "@/components/ui/toast";
import { answerByLinkAction } from "@/lib/domain/affiliations/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";
import { ReasonDialog } from "./reason-dialog";

type Props = { token: string; hospitalName: string };

/**
 * Accepts or declines the invitation behind the mail's link. Afterwards the link is used up, so the next steps are
 * here.
 */
export function AnswerLink({ token, hospitalName }: Props) {
  const router = useRouter();
  const [failure, setFailure] = useState<ActionFailure>();
  const [isDeclining, setDeclining] = useState(false);
  const [isAccepting, startAccepting] = useTransition();
  const accept = () =>
    startAccepting(async () => {
      const result = await tryAction(() => answerByLinkAction({ token, response: "accept" }));
      setFailure(result.ok ? undefined : result.error);
      if (!result.ok) return;
      toast.success(`You now work at ${hospitalName}`);
      startAccepting(() => router.replace(routes.doctor.places()));
    });
  return (
    <div className="grid gap-4">
      {failure ? <FormMessage title={failure.message} /> : null}
      <Button size="lg" block pending={isAccepting} onClick={accept}>
        Accept
      </Button>
      <Button size="lg" block variant="secondary" onClick={() => setDeclining(true)} disabled={isAccepting}>
        Decline
      </Button>
      {isDeclining ? (
        <ReasonDialog
          title={`Decline the invitation from ${hospitalName}?`}
          text="They'll be notified, with your reason if you give one."
          confirmLabel="Decline"
          done="Declined. The hospital has been notified."
          reason="optional"
          reasonHint="The hospital will see this. One sentence is enough."
          run={(reason) => answerByLinkAction({ token, response: "decline", ...(reason ? { reason } : {}) })}
          onClose={() => setDeclining(false)}
          leaveTo={routes.doctor.places()}
        />
      ) : null}
    </div>
  );
}
