"use client";
import { FileList } from "@/components/files/file-list";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { answerFileHref, answerTo, shownQuestions } from "@/lib/domain/questionnaires/format";
import type { Answer, AnswerFile, Answers, Question } from "@/lib/domain/questionnaires/schema";

type Props = { questions: Question[]; answers: Answers; files: readonly AnswerFile[] };

/** The questions that were asked, each with its answer. */
export function AnswerList({ questions, answers, files }: Props) {
  return (
    <dl className="grid gap-3 text-sm">
      {shownQuestions(questions, answers).map((question) => (
        <div key={question.key} className="min-w-0">
          <dt className="text-quiet">{question.text}</dt>
          <dd className="font-medium wrap-anywhere whitespace-pre-line">
            <AnswerText question={question} answer={answerTo(answers, question.key)} files={files} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type TextProps = { question: Question; answer: Answer | undefined; files: readonly AnswerFile[] };

export function AnswerText({ question, answer, files }: TextProps) {
  const { locale } = useReader();
  if (answer === undefined) return <span className="font-normal text-quiet">No answer</span>;
  if (question.kind === "FILE" && typeof answer === "object")
    return <FileList files={files.filter(({ id }) => answer.includes(id))} hrefOf={answerFileHref} />;
  if (typeof answer === "object") return <>{new Intl.ListFormat("en-GB").format(answer)}</>;
  if (question.kind === "DATE") return <LocaleText>{formatDate(String(answer), "long-date", locale)}</LocaleText>;
  return (
    <>
      {[answer, question.kind === "NUMBER" && question.unit].filter((part) => part !== "" && part !== false).join(" ")}
    </>
  );
}
