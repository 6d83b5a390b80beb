"use client";
import { Undo2 } from "lucide-react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { useConfirmedStep } from "./use-confirmed-step";

type Props = { email: string; className?: string; call: () => Promise<ActionResult<unknown>> };

/** Withdraws an invitation sent by email, after a question, and refreshes the page. */
export function WithdrawInvitation({ email, className, call }: Props) {
  const withdraw = useConfirmedStep(call, "Invitation withdrawn");
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" className={className}>
          <Undo2 aria-hidden /> Withdraw<span className="sr-only">: {email}</span>
        </Button>
      }
      title="Withdraw this invitation?"
      text="The link in the email stops working at once."
      confirmLabel="Withdraw"
      onConfirm={withdraw}
    />
  );
}
