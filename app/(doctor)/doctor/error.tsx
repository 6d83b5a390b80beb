"use client";
import { ErrorState } from "@/components/ui/error-state";

/** Inside the portal: its frame stays, so that one can go elsewhere. The server has logged the fault under its digest. */
export default function DoctorError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorState level={1} title="This page could not be loaded" onRetry={reset} reference={error.digest} />;
}
