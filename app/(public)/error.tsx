"use client";
import { ErrorState } from "@/components/ui/error-state";

export default function PublicError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-16 sm:px-6">
      <ErrorState level={1} onRetry={reset} reference={error.digest} />
    </div>
  );
}
