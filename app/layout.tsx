import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { BlockerDialog } from "@/components/accounts/blocker-dialog";
import { keepTaps } from "@/components/ui/keep-taps";
import { NavigationGuard } from "@/components/ui/navigation-guard";
import { ReaderProvider } from "@/components/ui/reader";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toast";
import { listClocks } from "@/lib/domain/schedules/list-clocks";
import { readReader } from "./read-reader";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s – CareSync", default: "CareSync – find a doctor and book online" },
  description:
    "Find a doctor and book an appointment. Patients, doctors and hospitals all see the same live information.",
  applicationName: "CareSync",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#0f161b" },
  ],
};

/** Reading the request here makes every page dynamic, so that its scripts carry this request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [request, { reader, isGuess }] = await Promise.all([headers(), readReader()]);
  const nonce = request.get("x-nonce") ?? undefined;
  const clocks = await listClocks(reader.timeZone, new Date());
  return (
    // eslint-disable-next-line no-restricted-syntax -- the theme's class is set before React starts
    <html lang="en" suppressHydrationWarning>
      <body>
        <script
          nonce={nonce}
          // eslint-disable-next-line no-restricted-syntax -- browsers hide a nonce from scripts, so React finds none
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `(${keepTaps.toString()})()` }}
        />
        <ThemeProvider nonce={nonce}>
          <NuqsAdapter>
            <ReaderProvider reader={reader} isGuess={isGuess} clocks={clocks}>
              {children}
              <BlockerDialog />
              <NavigationGuard />
            </ReaderProvider>
          </NuqsAdapter>
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
