import type { Metadata } from "next";
import { InvitationOver, InvitedVisitor } from "@/app/(auth)/invited-visitor";
import { AcceptStaffInvitation } from "@/components/staff/accept-staff-invitation";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { findStaffInvitation } from "@/lib/domain/staff/find-staff-invitation";
import { ROLE_MEANINGS, ROLE_WORDS } from "@/lib/domain/staff/format";
import type { Actor } from "@/lib/actor/actor";
import { currentActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

// The address contains the secret: it must not leave in a Referer header, nor be indexed.
export const metadata: Metadata = {
  title: "Join a hospital's staff",
  robots: { index: false },
  referrer: "same-origin",
};

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ new?: string | string[] }> };

export default async function StaffInvitationPage({ params, searchParams }: Props) {
  const [{ token }, search, actor] = await Promise.all([params, searchParams, currentActor()]);
  const place = await findStaffInvitation(token);
  if (!place) {
    const next = actor?.hospitalId
      ? { href: routes.hospital.home(), label: "Go to my hospital" }
      : { href: routes.home(), label: "Go to the home page" };
    return <InvitationOver sender="the hospital" next={next} />;
  }
  const title = `Join ${place.hospitalName}`;
  const as = `As a ${ROLE_WORDS[place.role].toLowerCase()}.`;
  const isNew = search.new !== undefined;
  if (!actor)
    return (
      <InvitedVisitor
        title={title}
        lead={`${as} ${isNew ? "Create an account first. You can use it for work and for your own appointments." : "Sign in with your account first."}`}
        href={routes.staffInvitation(token)}
        otherHref={routes.staffInvitation(token, isNew ? {} : { new: 1 })}
        isNew={isNew}
      />
    );
  return (
    <AuthCard title={title} lead={`${as} ${ROLE_MEANINGS[place.role]}`}>
      {actor.hospitalId ? (
        <AlreadyStaff isHere={actor.hospitalId === place.hospitalId} />
      ) : (
        <Joining actor={actor} token={token} />
      )}
    </AuthCard>
  );
}

async function Joining({ actor, token }: { actor: Actor; token: string }) {
  const { name, email } = await getOwnAccount(actor);
  return <AcceptStaffInvitation token={token} name={name} email={email} />;
}

/** A person works for one hospital; which other one it is, is not revealed here. */
function AlreadyStaff({ isHere }: { isHere: boolean }) {
  return (
    <div className="grid gap-5">
      <FormMessage
        tone="wait"
        title={isHere ? "You're already on its staff" : "You're on the staff of another hospital"}
      >
        {isHere
          ? "There's nothing to do."
          : "One account works for one hospital. Leave the other one first, then open this link again."}
      </FormMessage>
      <Button asChild size="lg" block>
        <Link href={routes.hospital.home()}>Go to my hospital</Link>
      </Button>
    </div>
  );
}
