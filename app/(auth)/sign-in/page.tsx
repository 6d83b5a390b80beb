import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { ForgetVisit } from "@/components/offline/forget-visit";
import { AuthCard } from "@/components/shell/auth-card";
import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import { homeOf } from "@/lib/domain/accounts/format";
import { safeReturnPath } from "@/lib/domain/accounts/rules";
import { currentActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Search = { from?: string | string[]; done?: string | string[]; error?: string | string[] };
const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const from = safeReturnPath(one(search.from));
  const actor = await currentActor();
  if (actor) redirect(from ?? homeOf(actor));
  return (
    <AuthCard
      title="Welcome back"
      lead={from ? "Sign in to continue." : "Sign in to your account."}
      footer={
        <>
          New here?{" "}
          <Link href={routes.signUp({ from })} className="touch-target font-semibold text-accent underline">
            Create an account
          </Link>
        </>
      }
    >
      <ForgetVisit />
      <div className="grid gap-5">
        {one(search.done) === "password" ? (
          <FormMessage tone="good" title="Your new password is saved">
            You&apos;ve been signed out on all devices. Sign in with your new password.
          </FormMessage>
        ) : null}
        {one(search.error) ? (
          <FormMessage title="We couldn't sign you in">
            Check your email and password, and try again in a moment.
          </FormMessage>
        ) : null}
        <SignInForm from={from} />
      </div>
    </AuthCard>
  );
}
