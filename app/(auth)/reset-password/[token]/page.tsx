import type { Metadata } from "next";
import { ResetPasswordForm } from "@/components/accounts/reset-password-form";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { isResetUsable } from "@/lib/domain/accounts/queries";
import { routes } from "@/lib/site/routes";

// The address contains the secret: it must not reach another site in a Referer header, nor be indexed. "no-referrer"
// would give forms sent without scripts the origin "null", which is refused.
export const metadata: Metadata = { title: "Choose a new password", robots: { index: false }, referrer: "same-origin" };

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await isResetUsable(token))) {
    return (
      <AuthCard title="This link no longer works" lead="It has been used, or is older than an hour.">
        <Button asChild size="lg" block>
          <Link href={routes.forgotPassword()}>Send me a new link</Link>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Choose a new password" lead="You'll need to sign in again on all your devices.">
      <ResetPasswordForm token={token} />
    </AuthCard>
  );
}
