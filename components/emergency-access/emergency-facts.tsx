import { Gavel, LockOpen } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { LocalTimeRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";
import { VERDICT_LABELS } from "@/lib/domain/emergency-access/format";
import type { Emergency } from "@/lib/domain/emergency-access/schema";

/** Whether a record is still open, and what the review says. */
export function EmergencyBadges({ emergency: { isOpen, verdict } }: { emergency: Emergency }) {
  return (
    <>
      {isOpen ? (
        <Badge tone="stop">
          <LockOpen aria-hidden /> Open now
        </Badge>
      ) : null}
      {verdict ? (
        <Badge tone={VERDICT_LABELS[verdict].tone}>
          <Gavel aria-hidden /> {VERDICT_LABELS[verdict].label}
        </Badge>
      ) : (
        <Badge tone="wait">
          <Gavel aria-hidden /> Awaiting review
        </Badge>
      )}
    </>
  );
}

/** From when to when, why, and what the review remarks. */
export function EmergencyFacts({ emergency }: { emergency: Emergency }) {
  const { openedAt, endsAt, reason, remark, reviewedAt } = emergency;
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-quiet">
        <LocalTimeRange start={openedAt} end={endsAt} withDate />
      </p>
      <p className="wrap-anywhere whitespace-pre-line">
        <span className="text-quiet">Reason: </span>
        {reason}
      </p>
      {reviewedAt ? (
        <p className="wrap-anywhere whitespace-pre-line">
          <span className="text-quiet">
            Reviewed <LocalTime instant={reviewedAt} style="dated" />
            {remark ? ": " : ""}
          </span>
          {remark}
        </p>
      ) : null}
    </div>
  );
}
