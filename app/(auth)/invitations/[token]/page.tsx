import type { Metadata, Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { SwitchAccountForm } from "@/components/accounts/switch-account-form";
import { AnswerLink } from "@/components/affiliations/answer-link";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { belongsTo, findByLink, type InvitationRow } from "@/lib/domain/affiliations/queries";
import type { Actor } from "@/lib/platform/auth/actor";
import { currentActor } from "@/lib/platform/auth/session";

// The address holds the secret: it must not leave with a Referer header, nor be indexed.
export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [actor, invitation] = await Promise.all([currentActor(), findByLink(token)]);
  if (!invitation) {
    return (
      <AuthCard title="This link no longer works" lead="It was used already, was withdrawn, or is older than 14 days.">
        <Button asChild size="lg" block>
          <Link href={(actor?.doctorId ? "/doctor/places" : "/") as Route}>{actor?.doctorId ? "My invitations and places" : "To the start page"}</Link>
        </Button>
      </AuthCard>
    );
  }
  const { hospital, department, message, expiresAt } = invitation;
  return (
    <AuthCard
      title={`${hospital.name} invites you`}
      lead={`to see patients there${department ? `, in ${department.name}` : ""}. You stay in charge of your hours, and can leave at any time.`}
      footer={
        <>
          Open until <LocalTime instant={expiresAt.toISOString()} style="long-date" />
        </>
      }
    >
      <div className="grid gap-6">
        {message ? <blockquote className="border-l-2 border-accent pl-4 text-sm whitespace-pre-line">{message}</blockquote> : null}
        <NextStep actor={actor} invitation={invitation} token={token} />
      </div>
    </AuthCard>
  );
}

/** What whoever holds the link can do: that depends on who is signed in. */
async function NextStep({ actor, invitation, token }: { actor: Actor | null; invitation: InvitationRow; token: string }) {
  const here = `/invitations/${token}`;
  const from = encodeURIComponent(here);
  if (!actor) {
    return (
      <Step text="Sign in with your doctor's account, or make one; then you are back here.">
        <Button asChild size="lg" block>
          <Link href={`/sign-in?from=${from}` as Route}>Sign in</Link>
        </Button>
        <Button asChild size="lg" block variant="secondary">
          <Link href={`/sign-up?kind=doctor&from=${from}` as Route}>Sign up as a doctor</Link>
        </Button>
      </Step>
    );
  }
  if (!actor.doctorId || (invitation.doctorId && invitation.doctorId !== actor.doctorId)) {
    const text = invitation.doctorId
      ? "This invitation is for one doctor's account, and you are signed in with another. Sign in with the one that got the mail."
      : "You are signed in with an account that is not a doctor's. Sign in with your doctor's account, or make one on the next page.";
    return (
      <Step text={text}>
        <SwitchAccountForm from={here} label="Use another account" />
      </Step>
    );
  }
  if (await belongsTo(actor, invitation.hospitalId)) {
    return (
      <Step text={`You belong to ${invitation.hospital.name} already, so there is nothing to answer.`}>
        <Button asChild size="lg" block>
          <Link href={"/doctor/places" as Route}>My invitations and places</Link>
        </Button>
      </Step>
    );
  }
  return <AnswerLink token={token} hospitalName={invitation.hospital.name} />;
}

function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="grid gap-4">
      <p className="text-sm">{text}</p>
      {children}
    </div>
  );
}
