import type { Metadata } from "next";
import { RequestResetForm } from "@/components/accounts/request-reset-form";
import { AuthCard } from "@/components/shell/auth-card";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false } };

export default function RequestResetPage() {
  return (
    <AuthCard
      title="Choose a new password"
      lead="Enter your email and we'll send you a reset link."
      footer={
        <Link href={routes.signIn()} className="touch-target font-semibold text-accent underline">
          Back to sign in
        </Link>
      }
    >
      <RequestResetForm />
    </AuthCard>
  );
}
