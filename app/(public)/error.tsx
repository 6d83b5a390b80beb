"use client";
import { PageFault } from "@/components/ui/page-fault";

export default function PublicError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-16 sm:px-6">
      <PageFault error={error} reset={reset} />
    </div>
  );
}
