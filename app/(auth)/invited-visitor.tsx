import type { ReactNode } from "react";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Route } from "@/lib/site/routes";

type VisitorProps = {
  title: string;
  lead: ReactNode;
  /** The invitation's own page, and the same with the other form. */
  href: Route;
  otherHref: Route;
  isNew: boolean;
};

/** Lets an invited person sign in or up. The forms are on this page, so that the secret gets into no other address. */
export function InvitedVisitor({ title, lead, href, otherHref, isNew }: VisitorProps) {
  return (
    <AuthCard
      title={title}
      lead={lead}
      footer={
        <>
          {isNew ? "Have an account already?" : "New here?"}{" "}
          <Link href={otherHref} replace className="touch-target font-semibold text-accent underline">
            {isNew ? "Sign in" : "Create an account"}
          </Link>
        </>
      }
    >
      {isNew ? <SignUpForm kind="patient" specialties={[]} from={href} /> : <SignInForm from={href} />}
    </AuthCard>
  );
}

/** Says that an invitation's link has ended. `sender`: who can send a new one. */
export function InvitationOver({ sender, next }: { sender: string; next: { href: Route; label: string } }) {
  return (
    <AuthCard
      title="This link no longer works"
      lead={`It has been used, withdrawn, or is older than 14 days. Ask ${sender} for a new one.`}
    >
      <Button asChild size="lg" block>
        <Link href={next.href}>{next.label}</Link>
      </Button>
    </AuthCard>
  );
}
