"use client";
import { Mail } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { WithdrawInvitation } from "@/components/realtime/withdraw-invitation";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { resendStaffInvitationAction, withdrawStaffInvitationAction } from "@/lib/domain/staff/actions";
import { ROLE_WORDS } from "@/lib/domain/staff/format";
import type { StaffInvitationOutput } from "@/lib/domain/staff/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { hospitalId: string; invitations: StaffInvitationOutput[] };

/** Open staff invitations: resend or withdraw. */
export function StaffInvitations({ hospitalId, invitations }: Props) {
  return (
    <Card flush>
      <ul aria-label="Invitations to the staff" className="divide-y divide-line">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} hospitalId={hospitalId} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

function InvitationRow({
  hospitalId,
  invitation: { id, email, role, expiresAt },
}: {
  hospitalId: string;
  invitation: StaffInvitationOutput;
}) {
  const router = useRouter();
  const [isSending, startSending] = useTransition();
  const resend = () =>
    startSending(async () => {
      const result = await tryAction(() => resendStaffInvitationAction({ hospitalId, id }));
      if (result.ok) toast.success("Sent again. The previous link no longer works.");
      else toast.error(result.error.message);
      router.refresh();
    });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_14rem]">
        <p className="font-semibold wrap-anywhere">{email}</p>
        <p className="text-sm text-quiet">
          {ROLE_WORDS[role]} · the link works until <LocalTime instant={expiresAt} style="date" />
        </p>
      </div>
      <div className="ml-auto flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" pending={isSending} onClick={resend}>
          <Mail aria-hidden /> Send again<span className="sr-only"> to {email}</span>
        </Button>
        <WithdrawInvitation email={email} call={() => withdrawStaffInvitationAction({ hospitalId, id })} />
      </div>
    </li>
  );
}
