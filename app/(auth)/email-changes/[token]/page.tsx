import type { Metadata } from "next";
import { AnswerEmailChange } from "@/components/email-changes/answer-email-change";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { findLinkedChange } from "@/lib/domain/email-changes/queries";
import { routes } from "@/lib/site/routes";

// As for the other links of emails: the secret reaches no other site.
export const metadata: Metadata = { title: "Email address", robots: { index: false }, referrer: "same-origin" };

/** Programs that look at every link of an email come here, too: only the button changes anything. */
export default async function EmailChangePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const change = await findLinkedChange(token);
  if (!change)
    return (
      <AuthCard
        title="This link no longer works"
        lead="It has been used or withdrawn, or is older than 24 hours. Ask the people who run CareSync for a new one."
      >
        <Button asChild size="lg" block>
          <Link href={routes.signIn()}>Go to sign in</Link>
        </Button>
      </AuthCard>
    );
  const { does, newEmail, oldEmail } = change;
  return <AnswerEmailChange token={token} does={does} email={does === "change" ? newEmail : oldEmail} />;
}
