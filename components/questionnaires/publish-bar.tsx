"use client";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { changesOf, isSameQuestions } from "@/lib/domain/questionnaires/format";
import type { Question, Questionnaire } from "@/lib/domain/questionnaires/schema";
import { counted } from "@/lib/platform/text/counted";
import type { useQuestionnaire } from "./use-questionnaire";

type Props = {
  editor: ReturnType<typeof useQuestionnaire>;
  questionnaire: Questionnaire;
  published: Question[];
  isDirty: boolean;
};

/** What is asked now, and the ways on: save the draft, publish it, stop asking. */
export function PublishBar({ editor, questionnaire, published, isDirty }: Props) {
  const { questions, isBusy } = editor;
  const { isAsked } = questionnaire;
  const isPublished = isAsked && isSameQuestions(questions, published);
  return (
    <div
      data-action-bar
      className="sticky bottom-20 z-20 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised lg:bottom-4"
    >
      <p className="min-w-0 text-sm text-quiet">{stateOf(questionnaire, isPublished)}</p>
      <div className="flex flex-wrap gap-2">
        {isAsked ? (
          <ConfirmDialog
            trigger={
              <Button variant="quiet" disabled={isBusy}>
                Stop asking
              </Button>
            }
            title="Stop asking before visits?"
            text="Patients who haven't started won't be asked. Answers already started or sent are kept."
            confirmLabel="Stop asking"
            onConfirm={editor.withdraw}
          />
        ) : null}
        <Button variant="secondary" disabled={!isDirty} pending={isBusy} onClick={editor.save}>
          Save draft
        </Button>
        <ConfirmDialog
          trigger={<Button disabled={isPublished || questions.length === 0 || isBusy}>Publish</Button>}
          title="Publish these questions?"
          text={`${changeText(published, questions)} People who have begun to answer keep the questions they began with.`}
          confirmLabel="Publish"
          tone="primary"
          onConfirm={editor.publish}
        />
      </div>
    </div>
  );
}

function stateOf({ published, isAsked }: Questionnaire, isPublished: boolean): string {
  if (published === 0) return "Not published yet.";
  if (!isAsked) return "Withdrawn: patients aren't asked.";
  return isPublished ? `Version ${published} is asked.` : `Version ${published} is asked. You have changes.`;
}

/** "2 questions added, 1 changed." */
function changeText(published: Question[], questions: Question[]): string {
  if (published.length === 0) return `Patients will be asked ${counted(questions.length, "question")}.`;
  const { added, changed, removed, isMoved } = changesOf(published, questions);
  const parts = [
    added > 0 && `${added} added`,
    changed > 0 && `${changed} changed`,
    removed > 0 && `${removed} removed`,
    isMoved && "the order changed",
  ].filter((part) => part !== false);
  return parts.length === 0 ? "Nothing has changed since." : `Questions: ${parts.join(", ")}.`;
}
