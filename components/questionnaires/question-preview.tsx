"use client";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { shownQuestions } from "@/lib/domain/questionnaires/format";
import type { Answers, Question } from "@/lib/domain/questionnaires/schema";
import { withAnswer } from "./merge-answers";
import { QuestionField } from "./question-field";

/** The questions as patients see them; what is answered here is stored nowhere. */
export function QuestionPreview({ questions }: { questions: Question[] }) {
  const [answers, setAnswers] = useState<Answers>({});
  if (questions.length === 0) return null;
  return (
    <section aria-label="Preview">
      <p className="mb-3 text-sm text-quiet">Try it out: what you answer here isn&apos;t saved.</p>
      <Card className="grid gap-7 sm:p-6">
        {shownQuestions(questions, answers).map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            value={answers[question.key]}
            onValue={(answer) => setAnswers((before) => withAnswer(before, question.key, answer))}
          />
        ))}
      </Card>
    </section>
  );
}
