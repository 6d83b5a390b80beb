"use client";
import { useEffect, useState } from "react";
import { searchDiagnosesAction } from "@/lib/domain/codes/actions";
import type { FoundDiagnosis } from "@/lib/domain/codes/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

const PAUSE_MS = 120;

type Answer = { words: string | null; found: FoundDiagnosis[]; failed: boolean };

/** Searches once typing pauses; only the answer to the latest words counts. `null` asks for nothing. */
export function useDiagnosisSearch(words: string | null) {
  const [answer, setAnswer] = useState<Answer>({ words: null, found: [], failed: false });
  useEffect(() => {
    if (words === null) return;
    let isLatest = true;
    const timer = setTimeout(
      async () => {
        const result = await tryAction(() => searchDiagnosesAction({ words }));
        if (isLatest) setAnswer({ words, found: result.ok ? result.data : [], failed: !result.ok });
      },
      words === "" ? 0 : PAUSE_MS,
    );
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [words]);
  const isPending = words !== null && answer.words !== words;
  return { found: answer.found, isPending, failed: !isPending && answer.failed };
}
