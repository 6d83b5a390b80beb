import type { Metadata } from "next";
import { AcceptStaffInvitation } from "@/components/staff/accept-staff-invitation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { findStaffInvitation, type OfferedPlace } from "@/lib/domain/staff/find-staff-invitation";
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
    return (
      <AuthCard
        title="This link no longer works"
        lead="It has been used, withdrawn, or is older than 14 days. Ask the hospital for a new one."
      >
        <Button asChild size="lg" block>
          <Link href={actor?.hospitalId ? routes.hospital.home() : routes.home()}>
            {actor?.hospitalId ? "Go to my hospital" : "Go to the home page"}
          </Link>
        </Button>
      </AuthCard>
    );
  }
  const title = `Join ${place.hospitalName}`;
  if (!actor) return <Visitor title={title} place={place} token={token} isNew={search.new !== undefined} />;
  return (
    <AuthCard title={title} lead={`As a ${ROLE_WORDS[place.role].toLowerCase()}. ${ROLE_MEANINGS[place.role]}`}>
      {actor.hospitalId ? (
        <AlreadyStaff isHere={actor.hospitalId === place.hospitalId} />
      ) : (
        <Joining actor={actor} token={token} />
      )}
    </AuthCard>
  );
}

/** The forms are on this page, so that the secret gets into no other address. */
function Visitor({
  title,
  place,
  token,
  isNew,
}: {
  title: string;
  place: OfferedPlace;
  token: string;
  isNew: boolean;
}) {
  const path = routes.staffInvitation(token);
  return (
    <AuthCard
      title={title}
      lead={`As a ${ROLE_WORDS[place.role].toLowerCase()}. ${isNew ? "Create an account first. You can use it for work and for your own appointments." : "Sign in with your account first."}`}
      footer={
        <>
          {isNew ? "Have an account already?" : "New here?"}{" "}
          <Link
            href={routes.staffInvitation(token, isNew ? {} : { new: 1 })}
            replace
            className="touch-target font-semibold text-accent underline"
          >
            {isNew ? "Sign in" : "Create an account"}
          </Link>
        </>
      }
    >
      {isNew ? <SignUpForm kind="patient" specialties={[]} from={path} /> : <SignInForm from={path} />}
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
