"use client";
import { PageFailure } from "@/components/ui/page-failure";

/** Inside the portal, whose frame stays for navigation. The server has logged the error under its digest. */
export default function DoctorError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFailure title="We couldn't load this page" error={error} reset={reset} />;
}
