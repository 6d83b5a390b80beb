"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { withdrawInvitationAction } from "@/lib/domain/affiliations/actions";
import { ReasonDialog } from "./reason-dialog";

type Props = {
  invitation: { id: string; version: number };
  /** Who was invited, or which hospital was asked. */
  who: string;
  /** It can still be withdrawn. A question already asked stays, so that a refusal can be read. */
  isPending?: boolean;
  question: string;
  consequence: string;
};

/** Withdraws an open invitation or request, after a question. */
export function WithdrawButton({ invitation: { id, version }, who, isPending = true, ...words }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {isPending ? (
        <Button variant="secondary" size="sm" onClick={() => setAsking(true)}>
          Withdraw<span className="sr-only">: {who}</span>
        </Button>
      ) : null}
      {isAsking ? (
        <ReasonDialog
          title={words.question}
          text={words.consequence}
          confirmLabel="Withdraw"
          done="Withdrawn"
          reason="none"
          run={() => withdrawInvitationAction({ id, version })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
