"use client";
import { useEffect } from "react";

const TIMER = "__caresyncReload";
const EVERY_MS = 15_000;

declare global {
  interface Window {
    [TIMER]?: number;
  }
}

/**
 * Keeps a page current even when the application's scripts don't load: without any script the browser reloads it, and
 * when only the bundle is missing this one line does. The running application stops both.
 */
export function ReloadWithoutScript({ nonce }: { nonce: string | undefined }) {
  useEffect(() => window.clearTimeout(window[TIMER]), []);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(EVERY_MS / 1000)} />
      </noscript>
      <script
        nonce={nonce}
        // eslint-disable-next-line no-restricted-syntax -- browsers hide a nonce from scripts, so React finds none
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: `window.${TIMER}=setTimeout(function(){location.reload()},${EVERY_MS})` }}
      />
    </>
  );
}
