"use client";
import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { email: string; className?: string; call: () => Promise<ActionResult<unknown>> };

/** Withdraws an invitation sent by email, after a question, and refreshes the page. */
export function WithdrawInvitation({ email, className, call }: Props) {
  const router = useRouter();
  const withdraw = async () => {
    const result = await tryAction(call);
    if (result.ok) toast.success("Invitation withdrawn");
    else toast.error(result.error.message);
    router.refresh();
    return result.ok;
  };
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
