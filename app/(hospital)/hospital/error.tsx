"use client";
import { PageFault } from "@/components/ui/page-fault";

/** The frame of the portal stays; only the page failed. */
export default function HospitalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <PageFault error={error} reset={reset} />;
}
