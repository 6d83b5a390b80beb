"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { SaveStateProps } from "@/components/ui/save-state";
import { writeAnswersAction } from "@/lib/domain/questionnaires/actions";
import { draftProblems } from "@/lib/domain/questionnaires/format";
import type { Answer, Answers, Question } from "@/lib/domain/questionnaires/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { isSameAnswers, mergeAnswers, withAnswer } from "./merge-answers";

export type StoredAnswers = { answers: Answers; version: number };
type SavingState =
  | { kind: "saved"; at: string | null }
  | { kind: "saving" }
  /** Not saved yet; retried by itself unless the server refuses it. */
  | { kind: "failed"; error: ActionFailure }
  | { kind: "conflict" };

const PAUSE_MS = 1_200;
const MAX_PAUSE_MS = 60_000;
const MAX_UNANSWERED = 20;

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
  const writes = useWrites(appointmentId, typed, setBase);
  const isDirty = !isSameAnswers(typed.answers, base.answers);
  const isBehind = stored.version > base.version && writes.state.kind !== "saving";
  const merged = isBehind ? mergeAnswers([base.answers, ...writes.unanswered], answers, stored.answers) : null;
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
  useSaving(answers, isDirty, kind, writes);
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
    settled: writes.settled,
    /** Sent: everything up to this version is stored. */
    sent: (version: number) => setBase({ answers: typed.answers, version }),
    takeTheirs: () =>
      merged && rebase(clashes.reduce((all, key) => withAnswer(all, key, stored.answers[key]), merged.answers)),
    keepMine: () => merged && rebase(merged.answers),
  };
}

type Writes = ReturnType<typeof useWrites>;

/** Sends what is typed, one write after the other, and says how it went. */
function useWrites(appointmentId: string, typed: StoredAnswers, onSaved: (saved: StoredAnswers) => void) {
  const router = useRouter();
  const [state, setState] = useState<SavingState>({ kind: "saved", at: null });
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const failures = useRef(0);
  const saved = useRef(0);
  // What the server may have stored although its answer never came.
  const [unanswered, setUnanswered] = useState<Answers[]>([]);
  const send = () => tryAction(() => writeAnswersAction({ appointmentId, ...typed }));
  const write = async () => {
    setState({ kind: "saving" });
    const result = await send();
    if (result.ok) {
      failures.current = 0;
      saved.current = result.data.version;
      setUnanswered([]);
      onSaved({ ...typed, version: result.data.version });
      setState({ kind: "saved", at: new Date().toISOString() });
    } else if (result.error.code === "version-mismatch") {
      setState({ kind: "conflict" });
      router.refresh();
    } else {
      failures.current++;
      setUnanswered((before) => [...before, typed.answers].slice(-MAX_UNANSWERED));
      setState({ kind: "failed", error: result.error });
    }
  };
  const save = () => void (running.current = running.current.then(write));
  /** Waits for a pending write; resolves to the version saved last, on which what follows must build. */
  const settled = () => running.current.then(() => saved.current);
  return { state, setState, send, save, settled, failures, unanswered };
}

/** Saves after a pause, when the connection is back, and on leaving by a link; asks before the page closes. */
function useSaving(answers: Answers, isDirty: boolean, kind: string, { send, save, failures }: Writes) {
  const isStuck = kind === "saving" || kind === "conflict";
  const saveIfNeeded = useEffectEvent(() => {
    if (isDirty && !isStuck) save();
  });
  useEffect(() => {
    if (!isDirty || isStuck) return;
    const timer = setTimeout(saveIfNeeded, Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** failures.current));
    return () => clearTimeout(timer);
  }, [answers, isDirty, isStuck, kind, failures]);
  useEffect(() => {
    const onOnline = () => saveIfNeeded();
    const onUnload = (event: BeforeUnloadEvent) => isDirty && event.preventDefault();
    window.addEventListener("online", onOnline);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      window.removeEventListener("online", onOnline);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [isDirty]);
  const leave = useEffectEvent(() => {
    if (isDirty && kind !== "conflict") void send();
  });
  useEffect(() => () => leave(), []);
}
