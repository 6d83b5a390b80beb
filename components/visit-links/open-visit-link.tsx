"use client";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useFragmentAnswer } from "@/components/ui/use-fragment-answer";
import { openVisitLinkAction } from "@/lib/domain/visit-links/actions";
import { LinkedVisitCard } from "./linked-visit-card";
import { VisitLinkOver } from "./visit-link-over";

/** What a link in a message about an appointment opens: when and where, and the ways to confirm, reschedule or cancel it. */
export function OpenVisitLink() {
  const asked = useFragmentAnswer((token) => openVisitLinkAction({ token }));
  if (!asked?.answer) return <Skeleton className="h-72" />;
  const { token, answer } = asked;
  if (answer.ok) return <LinkedVisitCard key={token} token={token} opened={answer.data} />;
  if (answer.error.code === "not-found" || answer.error.code === "invalid")
    return <VisitLinkOver failure={answer.error} />;
  return (
    <ErrorState
      title="This link couldn’t be opened"
      text={answer.error.message}
      reference={answer.error.requestId || undefined}
      onRetry={() => window.location.reload()}
    />
  );
}
