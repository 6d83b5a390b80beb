"use client";
import { PageFault } from "@/components/ui/page-fault";

/** Inside the portal: its frame stays, so that one can go elsewhere. The server has logged the fault under its digest. */
export default function DoctorError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFault title="This page could not be loaded" error={error} reset={reset} />;
}
