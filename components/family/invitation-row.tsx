"use client";
import { WithdrawInvitation } from "@/components/realtime/withdraw-invitation";
import { Badge } from "@/components/ui/badge";
import { LocalTime } from "@/components/ui/local-time";
import { withdrawFamilyInvitationAction } from "@/lib/domain/family/actions";
import { INVITED_AS, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { FamilyInvitationOutput } from "@/lib/domain/family/schema";

/** An invitation nobody has answered yet. */
export function InvitationRow({ invitation }: { invitation: FamilyInvitationOutput }) {
  const { id, patientId, email, relation, scope, expiresAt } = invitation;
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
      <WithdrawInvitation
        email={email}
        className="ml-auto"
        call={() => withdrawFamilyInvitationAction({ id, patientId })}
      />
    </li>
  );
}
