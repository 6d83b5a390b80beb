"use client";
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { WithdrawInvitation } from "@/components/realtime/withdraw-invitation";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { resendFamilyInvitationAction, withdrawFamilyInvitationAction } from "@/lib/domain/family/actions";
import { INVITED_AS, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { FamilyInvitationOutput } from "@/lib/domain/family/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

/** An invitation nobody has answered yet: send it again or withdraw it. */
export function InvitationRow({ invitation }: { invitation: FamilyInvitationOutput }) {
  const { id, patientId, email, relation, scope, expiresAt } = invitation;
  const router = useRouter();
  const [isSending, startSending] = useTransition();
  const resend = () =>
    startSending(async () => {
      const result = await tryAction(() => resendFamilyInvitationAction({ id, patientId }));
      if (result.ok) toast.success("Sent again. The previous link no longer works.");
      else toast.error(result.error.message);
      router.refresh();
    });
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
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        <Button variant="secondary" size="sm" pending={isSending} onClick={resend}>
          <Mail aria-hidden /> Send again<span className="sr-only"> to {email}</span>
        </Button>
        <WithdrawInvitation email={email} call={() => withdrawFamilyInvitationAction({ id, patientId })} />
      </div>
    </li>
  );
}
