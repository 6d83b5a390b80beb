import type { Metadata } from "next";
import { StopEmails } from "@/components/preferences/stop-emails";
import { AuthCard } from "@/components/shell/auth-card";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { STOPPED_WORDS } from "@/lib/domain/preferences/format";
import { readStopToken } from "@/lib/domain/preferences/stop-token";
import { routes } from "@/lib/site/routes";

// As for the other links of emails: the secret reaches no other site.
export const metadata: Metadata = { title: "Stop emails", robots: { index: false }, referrer: "same-origin" };

/** Programs that look at every link of an email come here, too: only the button changes anything. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = readStopToken(token);
  if (!link)
    return (
      <AuthCard
        title="This link doesn't work"
        lead="Part of it may be missing. You can also choose what you get in your settings."
      >
        <Button asChild size="lg" block>
          <Link href={routes.patient.choices()}>Go to your settings</Link>
        </Button>
      </AuthCard>
    );
  return <StopEmails token={token} about={STOPPED_WORDS[link.topic]} />;
}
