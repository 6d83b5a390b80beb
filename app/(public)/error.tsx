"use client";
import { PageFailure } from "@/components/ui/page-failure";

export default function PublicError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-16 sm:px-6">
      <PageFailure error={error} reset={reset} />
    </div>
  );
}
