"use client";
import { ClipboardList, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FormFailure } from "@/components/ui/form-failure";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { isSameQuestions } from "@/lib/domain/questionnaires/format";
import type { Question, Questionnaire } from "@/lib/domain/questionnaires/schema";
import { MOST_QUESTIONS } from "@/lib/domain/questionnaires/status";
import { freshQuestion } from "./edit-questions";
import { PublishBar } from "./publish-bar";
import { QuestionEditor } from "./question-editor";
import { QuestionPreview } from "./question-preview";
import { useQuestionnaire } from "./use-questionnaire";

type Props = { questionnaire: Questionnaire; published: Question[]; canChange: boolean };

const VIEWS = [
  { value: "edit", label: "Edit" },
  { value: "preview", label: "Preview" },
] as const;

/** The draft of a questionnaire: its questions, as they are written or as patients see them, and publishing. */
export function QuestionnaireEditor({ questionnaire, published, canChange }: Props) {
  const editor = useQuestionnaire(questionnaire);
  const { questions, setQuestions, failure } = editor;
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>(canChange ? "edit" : "preview");
  const isDirty = !isSameQuestions(questions, questionnaire.questions);
  const add = () => setQuestions([...questions, freshQuestion(questions, "TEXT")]);
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="grid max-w-3xl gap-4">
      <UnsavedGuard isDirty={isDirty} />
      {canChange ? <SegmentedControl label="View" segments={VIEWS} value={view} onValueChange={setView} /> : null}
      <FormFailure error={failure} />
      {questions.length === 0 ? (
        <EmptyState icon={<ClipboardList />} title="No questions yet" text="Patients answer them before their visit." />
      ) : null}
      {view === "preview" ? (
        <QuestionPreview questions={questions} />
      ) : (
        <>
          {questions.map((question, index) => (
            <QuestionEditor
              key={question.key}
              questions={questions}
              index={index}
              errors={failure?.fields}
              onChange={setQuestions}
            />
          ))}
          <Button variant="secondary" className="w-fit" disabled={questions.length >= MOST_QUESTIONS} onClick={add}>
            <Plus aria-hidden /> Add a question
          </Button>
        </>
      )}
      {canChange ? (
        <PublishBar editor={editor} questionnaire={questionnaire} published={published} isDirty={isDirty} />
      ) : null}
    </form>
  );
}
