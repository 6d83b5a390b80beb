import type { Metadata } from "next";
import { InvitationOver, InvitedVisitor } from "@/app/(auth)/invited-visitor";
import { AcceptFamilyInvitation } from "@/components/family/accept-family-invitation";
import { UntilDay } from "@/components/family/until-day";
import { AuthCard } from "@/components/shell/auth-card";
import type { Actor } from "@/lib/actor/actor";
import { currentActor } from "@/lib/actor/session";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { findFamilyInvitation, type OfferedAccess } from "@/lib/domain/family/find-family-invitation";
import { YOUR_SCOPE } from "@/lib/domain/family/format";
import { routes } from "@/lib/site/routes";

// The address contains the secret: it must not leave in a Referer header, nor be indexed.
export const metadata: Metadata = {
  title: "Act for someone",
  robots: { index: false },
  referrer: "same-origin",
};

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ new?: string | string[] }> };

export default async function FamilyInvitationPage({ params, searchParams }: Props) {
  const [{ token }, search, actor] = await Promise.all([params, searchParams, currentActor()]);
  const offer = await findFamilyInvitation(token, actor?.timeZone ?? "UTC");
  if (!offer) {
    const next = actor
      ? { href: routes.patient.family(), label: "Go to my family" }
      : { href: routes.home(), label: "Go to the home page" };
    return <InvitationOver sender="the person who sent it" next={next} />;
  }
  if (!actor) return <Visitor offer={offer} token={token} isNew={search.new !== undefined} />;
  const isHandOver = offer.relation === "SELF";
  return (
    <AuthCard
      title={isHandOver ? "Take over your own record" : `Act for ${offer.patientName}`}
      lead={
        isHandOver ? (
          `${offer.inviterName} hands over the record of ${offer.patientName}, with its appointments.`
        ) : (
          <Offer offer={offer} />
        )
      }
    >
      <Accepting actor={actor} token={token} offer={offer} />
    </AuthCard>
  );
}

function Offer({ offer: { inviterName, scope, endsOn } }: { offer: OfferedAccess }) {
  return (
    <>
      {inviterName} invites you. {YOUR_SCOPE[scope]}
      {endsOn ? (
        <>
          {" "}
          Until <UntilDay date={endsOn} />.
        </>
      ) : null}
    </>
  );
}

type VisitorProps = { offer: OfferedAccess; token: string; isNew: boolean };

/** Whom it is about is said after signing in. */
function Visitor({ offer: { inviterName, relation }, token, isNew }: VisitorProps) {
  const first = isNew ? "Create an account first." : "Sign in with your account first.";
  return (
    <InvitedVisitor
      title={relation === "SELF" ? "Take over your own record" : "You're invited to help someone"}
      lead={`${inviterName} has sent you this link. ${first}`}
      href={routes.familyInvitation(token)}
      otherHref={routes.familyInvitation(token, isNew ? {} : { new: 1 })}
      isNew={isNew}
    />
  );
}

async function Accepting({ actor, token, offer }: { actor: Actor; token: string; offer: OfferedAccess }) {
  const { name, email } = await getOwnAccount(actor);
  const isHandOver = offer.relation === "SELF";
  return <AcceptFamilyInvitation token={token} name={name} email={email} isHandOver={isHandOver} />;
}
