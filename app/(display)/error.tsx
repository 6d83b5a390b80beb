"use client";
import { PageFailure } from "@/components/ui/page-failure";

export default function DisplayError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="grid min-h-dvh place-items-center p-6">
      <PageFailure error={error} reset={reset} title="The numbers can’t be shown right now" />
    </div>
  );
}
