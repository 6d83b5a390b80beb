"use client";
import { useState } from "react";
import type { SaveStateProps } from "@/components/ui/save-state";
import { useAutosave, useWrites } from "@/components/ui/use-autosave";
import { writeAnswersAction } from "@/lib/domain/questionnaires/actions";
import { draftProblems } from "@/lib/domain/questionnaires/format";
import type { Answer, Answers, Question } from "@/lib/domain/questionnaires/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { isSameAnswers, mergeAnswers, withAnswer } from "./merge-answers";

export type StoredAnswers = { answers: Answers; version: number };

/** What can be stored of what is typed: a number that is being typed, or lies outside its limits, can't yet. */
export function storable(questions: readonly Question[], answers: Answers): Answers {
  const wrong = new Set(draftProblems(questions, answers).map(({ path }) => path));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !wrong.has(`answers.${key}`)));
}

/**
 * Answers while they are given: saved shortly after each pause, one write at a time, and retried at growing intervals when
 * the server is unreachable. What was typed is never replaced without asking.
 */
export function useAnswers(appointmentId: string, questions: readonly Question[], stored: StoredAnswers) {
  const [answers, setAnswers] = useState(stored.answers);
  const [base, setBase] = useState(stored);
  const typed = { answers: storable(questions, answers), version: base.version };
  const send = (sent: StoredAnswers) => tryAction(() => writeAnswersAction({ appointmentId, ...sent }));
  const writes = useWrites(typed, send, setBase);
  const isDirty = !isSameAnswers(typed.answers, base.answers);
  const isBehind = stored.version > base.version && writes.state.kind !== "saving";
  const merged = isBehind
    ? mergeAnswers([base.answers, ...writes.unanswered.map((sent) => sent.answers)], answers, stored.answers)
    : null;
  const rebase = (next: Answers) => {
    setAnswers(next);
    setBase(stored);
    writes.setState({ kind: "saved", at: null });
  };
  // No question was answered here and elsewhere: both stay.
  if (merged?.clashes.length === 0) rebase(merged.answers);
  const clashes = merged?.clashes ?? [];
  const kind: SaveStateProps["kind"] =
    clashes.length > 0 ? "conflict" : isDirty && writes.state.kind === "saved" ? "typing" : writes.state.kind;
  useAutosave(answers, isDirty, kind, writes);
  return {
    answers,
    version: base.version,
    kind,
    at: writes.state.kind === "saved" ? writes.state.at : null,
    error: writes.state.kind === "failed" ? writes.state.error : undefined,
    isDirty,
    /** Questions answered here and elsewhere, until `takeTheirs` or `keepMine` decides. */
    clashes,
    answer: (key: string, answer: Answer | undefined) => setAnswers((before) => withAnswer(before, key, answer)),
    changeFiles: (key: string, change: (ids: string[]) => string[]) =>
      setAnswers((before) => {
        const ids = before[key];
        return withAnswer(before, key, change(typeof ids === "object" ? ids : []));
      }),
    settled: writes.settled,
    /** Sent: everything up to this version is stored. */
    sent: (version: number) => setBase({ answers: typed.answers, version }),
    takeTheirs: () =>
      merged && rebase(clashes.reduce((all, key) => withAnswer(all, key, stored.answers[key]), merged.answers)),
    keepMine: () => merged && rebase(merged.answers),
  };
}
