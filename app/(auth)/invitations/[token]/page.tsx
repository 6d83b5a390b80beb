import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { SwitchAccountForm } from "@/components/accounts/switch-account-form";
import { AnswerLink } from "@/components/affiliations/answer-link";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { listSpecialtyChoices } from "@/lib/domain/accounts/queries";
import { isAffiliatedWith, findInvitationByLink, type InvitationRow } from "@/lib/domain/affiliations/queries";
import type { Actor } from "@/lib/actor/actor";
import { currentActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

// The address contains the secret: it must not leave in a Referer header, nor be indexed.
export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "same-origin" };

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ new?: string | string[] }> };

export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ token }, search, actor] = await Promise.all([params, searchParams, currentActor()]);
  const invitation = await findInvitationByLink(token);
  if (!invitation) return <LinkInvalid isDoctor={Boolean(actor?.doctorId)} />;
  const { hospital, department, message, expiresAt } = invitation;
  const isNew = search.new !== undefined;
  return (
    <AuthCard
      title={`${hospital.name} invites you`}
      lead={`See patients there${department ? `, in ${department.name}` : ""}. You stay in charge of your hours and can leave at any time.`}
      footer={actor ? <Until at={expiresAt} /> : <OtherForm token={token} isNew={isNew} />}
    >
      <div className="grid gap-6">
        {message ? (
          <blockquote className="border-l-2 border-accent pl-4 text-sm whitespace-pre-line">{message}</blockquote>
        ) : null}
        {actor ? (
          <NextStep actor={actor} invitation={invitation} token={token} />
        ) : (
          <Visitor token={token} isNew={isNew} />
        )}
      </div>
    </AuthCard>
  );
}

/** The same for a link that was used, withdrawn or has expired, and for one that never existed. */
function LinkInvalid({ isDoctor }: { isDoctor: boolean }) {
  return (
    <AuthCard title="This link no longer works" lead="It has been used or withdrawn, or is older than 14 days.">
      <Button asChild size="lg" block>
        <Link href={isDoctor ? routes.doctor.places() : routes.home()}>
          {isDoctor ? "My invitations and places" : "Go to the home page"}
        </Link>
      </Button>
    </AuthCard>
  );
}

function Until({ at }: { at: Date }) {
  return (
    <>
      Open until <LocalTime instant={at.toISOString()} style="long-date" />
    </>
  );
}

/** The forms are on this page, so that the secret gets into no other address. */
async function Visitor({ token, isNew }: { token: string; isNew: boolean }) {
  const from = routes.invitation(token);
  return (
    <Step
      text={
        isNew
          ? "Create your doctor account first, then come back here. An administrator verifies you before patients can find you."
          : "Sign in with your doctor account first."
      }
    >
      {isNew ? (
        <SignUpForm kind="doctor" specialties={await listSpecialtyChoices()} from={from} />
      ) : (
        <SignInForm from={from} />
      )}
    </Step>
  );
}

function OtherForm({ token, isNew }: { token: string; isNew: boolean }) {
  return (
    <>
      {isNew ? "Have an account already?" : "New here?"}{" "}
      <Link
        href={routes.invitation(token, isNew ? {} : { new: 1 })}
        replace
        className="touch-target font-semibold text-accent underline"
      >
        {isNew ? "Sign in" : "Sign up as a doctor"}
      </Link>
    </>
  );
}

/** What the signed-in holder of the link can do. */
async function NextStep({ actor, invitation, token }: { actor: Actor; invitation: InvitationRow; token: string }) {
  const { doctorId, hospitalId, hospital } = invitation;
  if (!actor.doctorId || (doctorId && doctorId !== actor.doctorId)) {
    const text = doctorId
      ? "You're signed in with a different account. Use the account this invitation was sent to."
      : "You're not signed in as a doctor. Sign in with your doctor account, or create one.";
    return (
      <Step text={text}>
        <SwitchAccountForm from={routes.invitation(token)} label="Use another account" />
      </Step>
    );
  }
  if (await isAffiliatedWith(actor, hospitalId)) {
    return (
      <Step text={`You already work at ${hospital.name}, so there's nothing to do.`}>
        <Button asChild size="lg" block>
          <Link href={routes.doctor.places()}>My invitations and places</Link>
        </Button>
      </Step>
    );
  }
  return <AnswerLink token={token} hospitalName={hospital.name} />;
}

function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="grid gap-4">
      <p className="text-sm">{text}</p>
      {children}
    </div>
  );
}
