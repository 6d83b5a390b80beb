"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent } from "react";
import { useAge } from "./use-freshness";

/** Refreshed after this long even without events, so that the page is never a minute old. */
const REFRESH_MS = 45_000;
const RETRY_MS = 10_000;

/**
 * Refreshes the page while it is visible, whatever the live connection says: missing events look the same as no events.
 * One per page; what is shown states its own age (`useIsFresh`).
 */
export function KeepFresh({ asOf }: { asOf: string }) {
  const router = useRouter();
  const age = useAge(asOf);
  // Whole attempts, so that each is made once.
  const tries = age < REFRESH_MS ? 0 : 1 + Math.floor((age - REFRESH_MS) / RETRY_MS);
  const readAgain = useEffectEvent(async () => {
    if (document.visibilityState !== "visible" || !navigator.onLine) return;
    // A refresh that no server answers would replace the page with the browser's "no connection".
    const answers = await fetch("/api/health/live", { cache: "no-store" }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) startTransition(() => router.refresh());
  });
  useEffect(() => {
    if (tries > 0) void readAgain();
  }, [tries]);
  return null;
}
