"use client";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { errorFor } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SaveState } from "@/components/ui/save-state";
import { toast } from "@/components/ui/toast";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { submitAnswersAction } from "@/lib/domain/questionnaires/actions";
import { missingAnswers, progressOf, sentAnswers, shownQuestions } from "@/lib/domain/questionnaires/format";
import type { Sheet } from "@/lib/domain/questionnaires/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { AnswerClash } from "./answer-clash";
import { AnswerFilesContext, useAnswerFiles } from "./answer-files";
import { isSameAnswers } from "./merge-answers";
import { QuestionField } from "./question-field";
import { storable, useAnswers } from "./use-answers";

type Props = { sheet: Sheet; doctorName: string };

/** The questions before a visit on one page, saved while they are answered; sending shows the answers to the doctor. */
export function AnswerForm({ sheet, doctorName }: Props) {
  const { appointmentId, questions, draft, version, submitted } = sheet;
  const editor = useAnswers(appointmentId, questions, { answers: draft ?? {}, version });
  const files = useAnswerFiles(sheet, editor);
  const { form, failure, isSending, send } = useSending(sheet, editor, doctorName);
  const errors = failure?.fields ?? editor.error?.fields;
  const { asked, answered } = progressOf(questions, editor.answers);
  const isSent = submitted !== null && isSameAnswers(submitted, sentAnswers(questions, editor.answers));
  return (
    <form ref={form} noValidate onSubmit={(event) => event.preventDefault()} className="max-w-2xl">
      <UnsavedGuard isDirty={editor.kind === "conflict" || editor.kind === "failed"} />
      <SentNote sheet={sheet} isSent={isSent} doctorName={doctorName} />
      <div className="mb-4">
        <p aria-live="polite" className="mb-1.5 text-sm text-quiet tabular">
          {answered} of {asked} answered
        </p>
        <ProgressBar label="Answered" share={asked === 0 ? 0 : answered / asked} />
      </div>
      <Card className="grid gap-7 sm:p-6">
        {editor.clashes.length > 0 ? (
          <AnswerClash editor={editor} questions={questions} files={files.known} theirs={draft ?? {}} />
        ) : null}
        {failure && !failure.fields ? <FormMessage title={failure.message} /> : null}
        <AnswerFilesContext value={files}>
          {shownQuestions(questions, editor.answers).map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              value={editor.answers[question.key]}
              onValue={(answer) => editor.answer(question.key, answer)}
              error={errorFor(errors, `answers.${question.key}`)}
            />
          ))}
        </AnswerFilesContext>
      </Card>
      <div
        data-action-bar
        className="sticky bottom-20 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-raised px-4 py-3 shadow-raised lg:bottom-4"
      >
        <SaveState kind={editor.kind} at={editor.at} isWrong={editor.error?.fields !== undefined} />
        <Button pending={isSending} disabled={editor.kind === "conflict" || isSent} onClick={() => void send()}>
          <Send aria-hidden /> {isSent ? "Sent" : submitted ? "Send corrections" : "Send answers"}
        </Button>
      </div>
    </form>
  );
}

function SentNote({ sheet: { submittedAt }, isSent, doctorName }: Props & { isSent: boolean }) {
  if (!submittedAt) return null;
  return (
    <FormMessage
      tone={isSent ? "good" : "wait"}
      className="mb-5"
      title={
        <>
          Sent <LocalTime instant={submittedAt} style="full" />
        </>
      }
    >
      {isSent
        ? `${doctorName} can read your answers. You can correct them until the visit begins.`
        : `${doctorName} reads your earlier answers until you send the corrections.`}
    </FormMessage>
  );
}

const INCOMPLETE = "Answer the marked questions, then send.";

/** Sends the answers; what keeps them from being sent is marked, and the first of it gets the focus. */
function useSending({ appointmentId, questions }: Sheet, editor: ReturnType<typeof useAnswers>, doctorName: string) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSending, setIsSending] = useState(false);
  useEffect(() => {
    if (!failure?.fields) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first?.getAttribute("role") === "radiogroup" ? first.querySelector<HTMLElement>("button") : first)?.focus();
  }, [failure]);
  const send = async () => {
    setFailure(undefined);
    const { answers } = editor;
    const fields = missingAnswers(questions, storable(questions, answers));
    if (fields.length > 0) return setFailure({ code: "invalid", requestId: "", message: INCOMPLETE, fields });
    setIsSending(true);
    const saved = await editor.settled();
    const version = Math.max(saved, editor.version);
    const result = await tryAction(() => submitAnswersAction({ appointmentId, answers, version }));
    setIsSending(false);
    if (!result.ok) return setFailure(result.error);
    editor.sent(result.data.version);
    toast.success(`Sent. ${doctorName} can read your answers now.`);
    router.refresh();
  };
  return { form, failure, isSending, send };
}
