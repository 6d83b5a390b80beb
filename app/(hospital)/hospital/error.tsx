"use client";
import { ErrorState } from "@/components/ui/error-state";

/** The frame of the portal stays; only the page failed. */
export default function HospitalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState level={1} onRetry={reset} reference={error.digest} />;
}
