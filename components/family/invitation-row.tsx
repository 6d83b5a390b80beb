"use client";
import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { withdrawFamilyInvitationAction } from "@/lib/domain/family/actions";
import { INVITED_AS, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { FamilyInvitationOutput } from "@/lib/domain/family/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

/** An invitation nobody has answered yet. */
export function InvitationRow({ invitation }: { invitation: FamilyInvitationOutput }) {
  const { id, patientId, email, relation, scope, expiresAt } = invitation;
  const router = useRouter();
  const withdraw = async () => {
    const result = await tryAction(() => withdrawFamilyInvitationAction({ id, patientId }));
    if (result.ok) toast.success("Invitation withdrawn");
    else toast.error(result.error.message);
    router.refresh();
    return result.ok;
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold wrap-anywhere">{email}</span>
          <Badge tone="wait">Invited</Badge>
        </p>
        <p className="text-sm text-quiet">
          {relation === "SELF" ? "Hand-over" : `${INVITED_AS[relation]} · ${SCOPE_WORDS[scope]}`} · the link works until{" "}
          <LocalTime instant={expiresAt} style="date" />
        </p>
      </div>
      <ConfirmDialog
        trigger={
          <Button variant="quiet" size="sm" className="ml-auto">
            <Undo2 aria-hidden /> Withdraw<span className="sr-only">: {email}</span>
          </Button>
        }
        title="Withdraw this invitation?"
        text="The link in the email stops working at once."
        confirmLabel="Withdraw"
        onConfirm={withdraw}
      />
    </li>
  );
}
