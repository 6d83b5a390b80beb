import type { Metadata } from "next";
import { CallStrip } from "@/components/ambulances/call-strip";
import { OfflineState, OfflineVisit } from "@/components/offline/offline-page";
import { Brand } from "@/components/shell/brand";
import { MAIN_ID, SkipLink } from "@/components/shell/skip-link";

export const metadata: Metadata = { title: "Offline", robots: { index: false } };

/**
 * Stands in for any page while there is no network: the service worker keeps a copy of it, without cookies, and so without
 * anything of anyone. What it shows of the next appointment is on the device.
 */
export default function OfflinePage() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 py-6 sm:py-12">
      <SkipLink />
      <header className="mb-8">
        <Brand />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="grid content-start gap-8">
        <div>
          <OfflineState />
        </div>
        <OfflineVisit asOf={new Date().toISOString()} />
        <CallStrip />
      </main>
    </div>
  );
}
