"use client";
import { Building2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { answerInvitationAction } from "@/lib/domain/affiliations/actions";
import { routes } from "@/lib/site/routes";
import { ReasonDialog } from "./reason-dialog";
import { RefusalNote } from "./refusal-note";
import { useChange } from "./use-change";

export type OwnInvitation = {
  id: string;
  version: number;
  hospital: { name: string; slug: string; city: string | null };
  departmentName: string | null;
  message: string | null;
  expiresAt: string;
};

/** Hospitals that invite the doctor: accept with one click, decline with or without a reason. */
export function OwnInvitations({ invitations }: { invitations: OwnInvitation[] }) {
  return (
    <ul aria-label="Invitations" className="grid gap-4">
      {invitations.map((invitation) => (
        <Card as="li" key={invitation.id}>
          <InvitationCard invitation={invitation} />
        </Card>
      ))}
    </ul>
  );
}

function InvitationCard({ invitation }: { invitation: OwnInvitation }) {
  const { id, version, hospital } = invitation;
  const { make, failure, isPending } = useChange();
  const [isDeclining, setDeclining] = useState(false);
  const accept = () =>
    make(`You now work at ${hospital.name}`, () => answerInvitationAction({ id, version, response: "accept" }));
  return (
    <div className="grid gap-4">
      <InvitationText invitation={invitation} />
      <RefusalNote failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button pending={isPending} onClick={() => void accept()}>
          Accept<span className="sr-only">: {hospital.name}</span>
        </Button>
        <Button variant="secondary" onClick={() => setDeclining(true)}>
          Decline<span className="sr-only">: {hospital.name}</span>
        </Button>
      </div>
      {isDeclining ? (
        <ReasonDialog
          title={`Decline the invitation from ${hospital.name}?`}
          text="They'll be notified, with your reason if you give one. They can invite you again."
          confirmLabel="Decline"
          done="Declined. The hospital has been notified."
          reason="optional"
          reasonHint="The hospital will see this. One sentence is enough."
          run={(reason) => answerInvitationAction({ id, version, response: "decline", ...(reason ? { reason } : {}) })}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </div>
  );
}

function InvitationText({ invitation }: { invitation: OwnInvitation }) {
  const { hospital, departmentName, message, expiresAt } = invitation;
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden
        className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent [&_svg]:size-5"
      >
        <Building2 />
      </span>
      <div className="min-w-0">
        <h3 className="text-base">
          <Link href={routes.hospitals.profile(hospital.slug)} className="touch-target hover:underline">
            {hospital.name}
          </Link>
        </h3>
        <p className="text-sm text-quiet">
          {[hospital.city, departmentName].filter(Boolean).join(" · ")}
          {hospital.city || departmentName ? " · " : ""}open until <LocalTime instant={expiresAt} style="date" />
        </p>
        {message ? <p className="mt-2 text-sm whitespace-pre-line">“{message}”</p> : null}
      </div>
    </div>
  );
}
