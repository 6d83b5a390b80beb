"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent } from "react";
import { useAge } from "./use-freshness";

/** Read again after so long even if nothing was heard, so that what is shown never gets a minute old. */
const REFRESH_MS = 45_000;
const RETRY_MS = 10_000;

/**
 * Reads the page again while someone looks at it, whatever the live connection says: events that never come cannot
 * be told from nothing happening. One for the page; what it shows says its age itself (`useIsFresh`).
 */
export function KeepFresh({ asOf }: { asOf: string }) {
  const router = useRouter();
  const age = useAge(asOf);
  // Whole tries, so that each is made once.
  const tries = age < REFRESH_MS ? 0 : 1 + Math.floor((age - REFRESH_MS) / RETRY_MS);
  const readAgain = useEffectEvent(async () => {
    if (document.visibilityState !== "visible" || !navigator.onLine) return;
    // A refresh that no server answers would leave the page for the browser's own "no connection".
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
