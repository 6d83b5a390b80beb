"use client";
import { useEffect, useState } from "react";
import type { CommandGroup, CommandSearch } from "./command-types";

const PAUSE_MS = 180;
const MIN_LETTERS = 2;

type Answer = { query: string; attempt: number; groups: CommandGroup[]; failed?: true };

/** Calls `search` once typing pauses; only the answer to the latest query is shown. A failed one can be retried. */
export function useCommandSearch(search: CommandSearch | undefined, query: string) {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ query: "", attempt, groups: [] });
  const asked = search && query.trim().length >= MIN_LETTERS ? query.trim() : "";

  useEffect(() => {
    if (!asked || !search) return;
    let current = true;
    const take = (groups: CommandGroup[], failed?: true) =>
      current && setAnswer({ query: asked, attempt, groups, ...(failed ? { failed } : {}) });
    const timer = setTimeout(
      () =>
        search(asked).then(
          (groups) => take(groups),
          () => take([], true),
        ),
      PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, attempt, search]);

  const isAnswered = answer.query === asked && answer.attempt === attempt;
  return {
    found: asked ? answer.groups : [],
    pending: asked !== "" && !isAnswered,
    failed: asked !== "" && isAnswered && answer.failed === true,
    retry: () => setAttempt(attempt + 1),
  };
}
