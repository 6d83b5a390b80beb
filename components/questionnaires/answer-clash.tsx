"use client";
import { ClashChoice } from "@/components/ui/clash-choice";
import { FormMessage } from "@/components/ui/form-message";
import { answerTo } from "@/lib/domain/questionnaires/format";
import type { AnswerFile, Answers, Question } from "@/lib/domain/questionnaires/schema";
import { AnswerText } from "./answer-list";
import type { useAnswers } from "./use-answers";

type Props = {
  editor: ReturnType<typeof useAnswers>;
  questions: Question[];
  files: readonly AnswerFile[];
  theirs: Answers;
};

/** Shows what was answered here and in another window to the same questions, and lets the person choose. */
export function AnswerClash({ editor, questions, files, theirs }: Props) {
  return (
    <FormMessage tone="wait" title="This was also answered in another window">
      <p>What you entered is still here. Everything else has been put together.</p>
      {questions
        .filter(({ key }) => editor.clashes.includes(key))
        .map((question) => (
          <section key={question.key} className="mt-3" aria-label={`${question.text}, both answers`}>
            <h3 className="mb-1 text-sm font-semibold">{question.text}</h3>
            <dl className="grid gap-3 sm:grid-cols-2">
              {[
                { label: "Here", answers: editor.answers },
                { label: "In the other window", answers: theirs },
              ].map(({ label, answers }) => (
                <div key={label} className="min-w-0">
                  <dt className="text-xs text-quiet">{label}</dt>
                  <dd className="wrap-anywhere whitespace-pre-line">
                    <AnswerText question={question} answer={answerTo(answers, question.key)} files={files} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <ClashChoice editor={editor} theirs="Take the other answers" />
    </FormMessage>
  );
}
