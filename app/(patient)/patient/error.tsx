"use client";
import { PageFailure } from "@/components/ui/page-failure";

/** The portal's frame stays; only the page failed. */
export default function PatientError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure error={error} reset={reset} />;
}
