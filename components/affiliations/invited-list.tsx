"use client";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { INVITATION_STANDING } from "@/lib/domain/affiliations/format";
import type { InvitationItem } from "@/lib/domain/affiliations/schema";
import { WithdrawButton } from "./withdraw-button";

/** The hospital's invitations; open ones can be withdrawn. */
export function InvitedList({ invitations, label }: { invitations: InvitationItem[]; label: string }) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {invitations.map((invitation) => (
          <InvitedRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

function InvitedRow({ invitation }: { invitation: InvitationItem }) {
  const { status, createdAt, expiresAt, respondedAt, departmentName, statusReason } = invitation;
  const who = invitation.doctorName ?? invitation.email ?? "";
  const isPending = status === "PENDING";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold wrap-anywhere">{who}</p>
        <p className="text-sm text-quiet">
          {isPending ? (
            <>
              Invited <LocalTime instant={createdAt} style="date" />
              {departmentName ? ` to ${departmentName}` : ""}, open until <LocalTime instant={expiresAt} style="date" />
            </>
          ) : (
            <LocalTime instant={respondedAt ?? createdAt} style="date" />
          )}
        </p>
        {statusReason ? <p className="mt-1 text-sm">“{statusReason}”</p> : null}
      </div>
      <StatusBadge {...INVITATION_STANDING[status]} />
      <WithdrawButton
        isPending={isPending}
        invitation={invitation}
        who={who}
        question="Withdraw the invitation?"
        consequence={`${who} can no longer accept it, and the link in the email stops working.`}
      />
    </li>
  );
}
