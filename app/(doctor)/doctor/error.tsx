"use client";
import { PageFailure } from "@/components/ui/page-failure";

/** Inside the portal: its frame stays, so that one can go elsewhere. The server has logged the fault under its digest. */
export default function DoctorError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure title="We couldn't load this page" error={error} reset={reset} />;
}
