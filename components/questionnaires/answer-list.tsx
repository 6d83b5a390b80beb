"use client";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { answerTo, shownQuestions } from "@/lib/domain/questionnaires/format";
import type { Answer, Answers, Question } from "@/lib/domain/questionnaires/schema";

type Props = { questions: Question[]; answers: Answers };

/** The questions that were asked, each with its answer. */
export function AnswerList({ questions, answers }: Props) {
  return (
    <dl className="grid gap-3 text-sm">
      {shownQuestions(questions, answers).map((question) => (
        <div key={question.key} className="min-w-0">
          <dt className="text-quiet">{question.text}</dt>
          <dd className="font-medium wrap-anywhere whitespace-pre-line">
            <AnswerText question={question} answer={answerTo(answers, question.key)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function AnswerText({ question, answer }: { question: Question; answer: Answer | undefined }) {
  const { locale } = useReader();
  if (answer === undefined) return <span className="font-normal text-quiet">No answer</span>;
  if (typeof answer === "object") return <>{new Intl.ListFormat("en-GB").format(answer)}</>;
  if (question.kind === "DATE") return <LocaleText>{formatDate(String(answer), "long-date", locale)}</LocaleText>;
  return (
    <>
      {[answer, question.kind === "NUMBER" && question.unit].filter((part) => part !== "" && part !== false).join(" ")}
    </>
  );
}
