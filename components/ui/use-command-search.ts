"use client";
import { useEffect, useState } from "react";
import type { CommandGroup, CommandSearch } from "./command-types";

const PAUSE_MS = 180;
const MIN_LETTERS = 2;

/** Asks `search` once typing pauses; only the answer to the latest question is shown, and a failed one shows nothing. */
export function useCommandSearch(search: CommandSearch | undefined, query: string) {
  const [answer, setAnswer] = useState<{ query: string; groups: CommandGroup[] }>({ query: "", groups: [] });
  const asked = search && query.trim().length >= MIN_LETTERS ? query.trim() : "";

  useEffect(() => {
    if (!asked || !search) return;
    let current = true;
    const timer = setTimeout(() => {
      search(asked)
        .catch(() => [])
        .then((groups) => {
          if (current) setAnswer({ query: asked, groups });
        }, () => undefined);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, search]);

  return { found: asked ? answer.groups : [], pending: asked !== "" && answer.query !== asked };
}
