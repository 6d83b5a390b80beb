"use client";
import { useEffect, useState } from "react";
import { canSearch } from "@/lib/platform/text/fold";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

const PAUSE_MS = 200;

/** Searches names once typing pauses; only the answer to the latest query counts. `find` must be a stable function. */
export function useNameSearch<T>(find: (name: string) => Promise<ActionResult<T[]>>) {
  const [typed, setTyped] = useState("");
  const [latest, setLatest] = useState<{ name: string; found: T[]; failure: string | null }>({
    name: "",
    found: [],
    failure: null,
  });
  const name = canSearch(typed) ? typed.trim() : "";
  useEffect(() => {
    if (name === "") return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void tryAction(() => find(name)).then((result) => {
        if (isCurrent)
          setLatest({ name, found: result.ok ? result.data : [], failure: result.ok ? null : result.error.message });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [find, name]);
  const isAnswered = name !== "" && latest.name === name;
  return {
    setTyped,
    found: isAnswered ? latest.found : [],
    failure: isAnswered ? latest.failure : null,
    isPending: name !== "" && !isAnswered,
    isTooShort: name === "",
  };
}
