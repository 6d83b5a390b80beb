import { useId } from "react";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { SHEET_LABELS } from "@/lib/domain/questionnaires/format";
import type { Sheet } from "@/lib/domain/questionnaires/schema";
import { AnswerList } from "./answer-list";

/** What the patient answered before the visit, beside it, for the doctor. */
export function AnswersPart({ sheet: { questions, status, submitted, submittedAt, files } }: { sheet: Sheet }) {
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-1 text-base">
        Answers before the visit
      </h2>
      {submitted && submittedAt ? (
        <>
          <p className="mb-3 text-sm text-quiet">
            Sent <LocalTime instant={submittedAt} style="full" />
          </p>
          <AnswerList questions={questions} answers={submitted} files={files} />
        </>
      ) : (
        <p className="text-sm text-quiet">{SHEET_LABELS[status]}.</p>
      )}
    </Card>
  );
}
