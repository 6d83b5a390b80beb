import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { SignUpKinds } from "@/components/accounts/sign-up-kinds";
import { AuthCard } from "@/components/shell/auth-card";
import { Link } from "@/components/ui/link";
import { homeOf } from "@/lib/domain/accounts/format";
import { listSpecialtyChoices } from "@/lib/domain/accounts/queries";
import { safeReturnPath } from "@/lib/domain/accounts/rules";
import type { SignUpKind } from "@/lib/domain/accounts/schema";
import { currentActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Create an account" };

const LEADS: Record<SignUpKind, string> = {
  patient: "Book appointments for yourself and your family, and see every change at once.",
  doctor: "Set your hours and let patients book. An administrator verifies you before patients can find you.",
  hospital: "You'll be its manager. An administrator verifies it before it is listed.",
};

type Search = { kind?: string | string[]; from?: string | string[] };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const from = safeReturnPath(typeof search.from === "string" ? search.from : undefined);
  const actor = await currentActor();
  if (actor) redirect(from ?? homeOf(actor));
  const kind: SignUpKind = search.kind === "doctor" || search.kind === "hospital" ? search.kind : "patient";
  const specialties = kind === "doctor" ? await listSpecialtyChoices() : [];
  return (
    <AuthCard
      title="Create an account"
      lead={LEADS[kind]}
      footer={
        <>
          Have one already?{" "}
          <Link href={routes.signIn({ from })} className="touch-target font-semibold text-accent underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpKinds kind={kind} from={from} />
      <SignUpForm key={kind} kind={kind} specialties={specialties} from={from} />
    </AuthCard>
  );
}
