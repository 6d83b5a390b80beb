"use client";
import { KeyRound, UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { YOUR_SCOPE } from "@/lib/domain/family/format";
import type { FamilyMember } from "@/lib/domain/family/load-family";
import { RELATION_LABELS } from "@/lib/domain/patients/format";
import { CorrectChild } from "./correct-child";
import { EndAccess } from "./end-access";
import { HolderRow, Until } from "./holder-row";
import { InvitationRow } from "./invitation-row";
import { InviteDialog } from "./invite-dialog";
import { MajorityNotice } from "./majority-notice";

type Props = { member: FamilyMember; today: string };

/** Someone the account acts for, and everyone else who acts for them. */
export function FamilyMemberSection({ member, today }: Props) {
  const { name, relation, canManage } = member;
  return (
    <Section
      title={name}
      text={relation === "SELF" ? "Yourself, and who acts for you" : RELATION_LABELS[relation]}
      actions={canManage ? <Invite member={member} today={today} /> : null}
    >
      <div className="grid gap-3">
        <MajorityNotice member={member} />
        {canManage ? <Holders member={member} today={today} /> : <OwnAccess member={member} />}
      </div>
    </Section>
  );
}

function Holders({ member, today }: Props) {
  const { name, relation, holders, invitations } = member;
  const isYourself = relation === "SELF";
  const shown = isYourself ? holders.filter((one) => one.relation !== "SELF") : holders;
  if (shown.length + invitations.length === 0) {
    return (
      <Card>
        <p className="text-sm text-quiet">
          No one else can act for you. You can invite someone you trust, such as your partner.
        </p>
      </Card>
    );
  }
  return (
    <Card flush>
      <ul aria-label={isYourself ? "Who acts for you" : `Who acts for ${name}`} className="divide-y divide-line">
        {shown.map((access) => (
          <HolderRow key={access.id} access={access} patient={isYourself ? "you" : name} today={today} />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

/** For who helps without managing the record: what they may do, and the way out. */
function OwnAccess({ member }: { member: FamilyMember }) {
  const { id, accessId, name, scope } = member;
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="min-w-0 flex-[1_1_14rem] text-sm">
        {YOUR_SCOPE[scope]}
        <span className="text-quiet">
          <Until access={member} />
        </span>
      </p>
      <EndAccess access={{ id: accessId, patientId: id }} holder={null} patient={name} />
    </Card>
  );
}

function Invite({ member, today }: Props) {
  const { id, name, relation, hasAccount, canHandOver } = member;
  const [open, setOpen] = useState<"invite" | "hand-over">();
  const patient = { id, name, isYou: relation === "SELF" };
  return (
    <>
      {canHandOver ? (
        <Button variant="secondary" size="sm" onClick={() => setOpen("hand-over")}>
          <KeyRound aria-hidden /> Hand over to {name}
        </Button>
      ) : null}
      {relation === "CHILD" && !hasAccount ? <CorrectChild child={member} today={today} /> : null}
      <Button variant="secondary" size="sm" onClick={() => setOpen("invite")}>
        <UserPlus aria-hidden /> Invite someone
        <span className="sr-only"> to act for {patient.isYou ? "you" : name}</span>
      </Button>
      {open ? (
        <InviteDialog
          patient={patient}
          isHandOver={open === "hand-over"}
          today={today}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}
