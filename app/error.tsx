"use client";
import { PageFailure } from "@/components/ui/page-failure";
import { MAIN_ID } from "@/components/shell/skip-link";

/** The last error boundary inside the page's frame. The server has logged the error under its digest. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id={MAIN_ID} className="mx-auto max-w-xl px-4 py-16">
      <PageFailure title="Something went wrong on our side" error={error} reset={reset} />
    </main>
  );
}
