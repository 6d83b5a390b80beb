"use client";
import { useEffect, useState } from "react";
import type { CommandGroup, CommandSearch } from "./command-types";

const PAUSE_MS = 180;
const MIN_LETTERS = 2;

/** Asks `search` once typing pauses; only the answer to the latest question is shown, and a failed one shows nothing. */
export function useCommandSearch(search: CommandSearch | undefined) {
  const [query, setQuery] = useState("");
  const [answer, setAnswer] = useState<{ query: string; groups: CommandGroup[] }>({ query: "", groups: [] });
  const asked = search && query.trim().length >= MIN_LETTERS ? query.trim() : "";

  useEffect(() => {
    if (!asked || !search) return;
    let current = true;
    const timer = setTimeout(async () => {
      const groups = await search(asked).catch(() => []);
      // Found by the server means found: the typed words count as keywords, so that local filtering keeps them.
      const kept = groups.map((group) => ({
        ...group,
        items: group.items.map((item) => ({ ...item, keywords: [...(item.keywords ?? []), asked] })),
      }));
      if (current) setAnswer({ query: asked, groups: kept });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, search]);

  return {
    query,
    setQuery,
    found: asked ? answer.groups : [],
    pending: asked !== "" && answer.query !== asked,
  };
}
