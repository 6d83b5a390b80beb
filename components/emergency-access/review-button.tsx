"use client";
import { useState } from "react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { reviewEmergencyAction } from "@/lib/domain/emergency-access/actions";
import { VERDICT_LABELS } from "@/lib/domain/emergency-access/format";
import type { Review } from "@/lib/domain/emergency-access/schema";
import { VERDICTS, type Verdict } from "@/lib/domain/emergency-access/status";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { review: Pick<Review, "id" | "doctorName" | "patientName" | "isTold"> };

/** The two answers of a review. */
export function ReviewButtons({ review }: Props) {
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <>
      {VERDICTS.map((one) => (
        <Button
          key={one}
          size="sm"
          variant={one === "JUSTIFIED" ? "primary" : "secondary"}
          onClick={() => setVerdict(one)}
        >
          {VERDICT_LABELS[one].label}
          <span className="sr-only">
            , access by {review.doctorName} to the record of {review.patientName}
          </span>
        </Button>
      ))}
      {verdict ? <ReviewDialog review={review} verdict={verdict} onClose={() => setVerdict(undefined)} /> : null}
    </>
  );
}

function ReviewDialog({ review, verdict, onClose }: Props & { verdict: Verdict; onClose: () => void }) {
  const show = useShowChange();
  const isJustified = verdict === "JUSTIFIED";
  const who = review.isTold ? "The doctor and the patient have" : "The doctor has";
  const decide = async (remark: string) => {
    const result = await tryAction(() =>
      reviewEmergencyAction({ id: review.id, verdict, ...(remark ? { remark } : {}) }),
    );
    if (!result.ok) {
      const fields = result.error.fields?.map((field) =>
        field.path === "remark" ? { ...field, path: "reason" } : field,
      );
      return fields ? { ...result.error, fields } : result.error;
    }
    toast.success(`Reviewed. ${who} been notified.`);
    void show(result);
    return undefined;
  };
  return (
    <AskDialog
      title={isJustified ? "Mark this access as justified?" : "Mark this access as not justified?"}
      subject={`${review.doctorName}, record of ${review.patientName}`}
      consequence={consequenceOf(review)}
      confirmLabel={isJustified ? "Mark as justified" : "Mark as not justified"}
      tone={isJustified ? "primary" : "danger"}
      reason={{
        label: "Remark",
        hint: "The doctor and the patient see this.",
        missing: isJustified ? undefined : "Say why it wasn’t justified",
      }}
      onClose={onClose}
      onTake={decide}
    />
  );
}

/** A patient without an account gets no notification. */
function consequenceOf({ isTold }: Props["review"]): string {
  const told = isTold
    ? "The doctor and the patient will be notified and can see your remark."
    : "The doctor will be notified and can see your remark. For the patient, no one can be notified.";
  return `${told} This can't be undone.`;
}
