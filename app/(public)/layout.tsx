import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SignedInAs } from "@/components/accounts/blocker-dialog";
import { ConnectionStatus } from "@/components/realtime/connection-status";
import { RealtimeProvider } from "@/components/realtime/realtime-provider";
import { PublicShell } from "@/components/shell/public-shell";
import { portalsOf } from "@/lib/domain/accounts/format";
import { currentActor } from "@/lib/actor/session";
import { withoutDatabase } from "@/lib/platform/errors/driver-errors";
import { config } from "@/lib/platform/config/config";
import { realtimeClientConfig } from "@/lib/platform/realtime/client-config";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(config.site.origin),
    openGraph: { siteName: "CareSync", type: "website", locale: "en_GB" },
  };
}

/** Pages that need no account, with a link to the portal for signed-in users. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  // The emergency page below must work without a database.
  const actor = await withoutDatabase(currentActor());
  const [home] = actor ? portalsOf(actor) : [];
  return (
    <RealtimeProvider config={realtimeClientConfig()}>
      {actor?.userId ? <SignedInAs id={actor.userId} /> : null}
      <PublicShell portal={home ? { href: home.href, label: "Your portal" } : undefined}>
        <ConnectionStatus />
        {children}
      </PublicShell>
    </RealtimeProvider>
  );
}
