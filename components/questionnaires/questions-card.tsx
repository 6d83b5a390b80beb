import { CircleCheck, ClipboardList } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ProgressBar } from "@/components/ui/progress-bar";
import { progressOf } from "@/lib/domain/questionnaires/format";
import type { Sheet } from "@/lib/domain/questionnaires/schema";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

/** What is asked before a visit, on the patient's page of it: how far the answers are, and the way to them. */
export function QuestionsCard({ sheet, whose }: { sheet: Sheet; whose: string | null }) {
  const { appointmentId, questions, status, draft, submitted, mayAnswer } = sheet;
  const { asked, answered } = progressOf(questions, draft ?? {});
  const isSent = status === "SUBMITTED";
  const canOpen = mayAnswer || submitted !== null;
  const Icon = isSent ? CircleCheck : ClipboardList;
  return (
    <Card as="section" aria-label="Questions before the visit" className="sm:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Icon aria-hidden className={`size-6 shrink-0 ${isSent ? "text-good" : "text-accent"}`} />
        <div className="min-w-0 flex-[1_1_14rem]">
          <h2 className="text-base">{titleOf(sheet, asked, whose)}</h2>
          <p className="text-sm text-quiet">{textOf(sheet, answered, asked, whose)}</p>
        </div>
        {canOpen ? (
          <Button asChild variant={isSent ? "secondary" : "primary"}>
            <Link href={routes.patient.questions(appointmentId)}>
              {!mayAnswer ? "Read the answers" : isSent ? "Read or correct" : answered > 0 ? "Continue" : "Answer now"}
            </Link>
          </Button>
        ) : null}
      </div>
      {mayAnswer && status === "IN_PROGRESS" ? (
        <div className="mt-4">
          <ProgressBar label="Answered" share={answered / asked} />
        </div>
      ) : null}
    </Card>
  );
}

function titleOf({ status, mayAnswer }: Sheet, asked: number, whose: string | null): string {
  if (status === "SUBMITTED") return "The questions before the visit are answered";
  const questions = counted(asked, "question");
  if (mayAnswer) return `Answer ${questions} before ${whose ? `${whose}'s` : "your"} visit`;
  return `${questions} before the visit`;
}

function textOf({ status, mayAnswer }: Sheet, answered: number, asked: number, whose: string | null): string {
  if (status === "SUBMITTED")
    return mayAnswer ? "You can correct the answers until the visit begins." : "They were sent.";
  if (!mayAnswer) return `Only ${whose ?? "the patient"}, and those with full access, can answer.`;
  if (answered > 0) return `${answered} of ${asked} answered. Send them when you're done.`;
  return "So there is more time for you at the visit. What you enter is saved as you go.";
}
