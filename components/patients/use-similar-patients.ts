"use client";
import { useEffect, useState } from "react";
import { searchSimilarPatientsAction } from "@/lib/domain/front-desk/actions";
import type { KnownPatient } from "@/lib/domain/front-desk/schema";
import { canSearch } from "@/lib/platform/text/fold";
import { tryAction } from "@/lib/platform/actions/try-action";

const PAUSE_MS = 300;
const NONE: KnownPatient[] = [];

/**
 * Which of the hospital's, or without one the doctor's, own patients a new one may be, searched once typing pauses; only the answer to the latest
 * query counts. When the search fails, no one is suggested: it is a help, not a condition.
 */
export function useSimilarPatients(hospitalId: string | null, typedName: string, typedDate: string): KnownPatient[] {
  const [latest, setLatest] = useState<{ about: string; patients: KnownPatient[] }>({ about: "", patients: NONE });
  const name = typedName.trim();
  const isAsked = canSearch(name);
  const bornOn = /^(19|20)\d\d-\d\d-\d\d$/.test(typedDate) ? typedDate : undefined;
  const about = isAsked ? `${name} ${bornOn ?? ""}` : "";
  useEffect(() => {
    if (about === "") return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void tryAction(() => searchSimilarPatientsAction({ hospitalId, name, ...(bornOn ? { bornOn } : {}) })).then(
        (result) => {
          if (isCurrent) setLatest({ about, patients: result.ok ? result.data : NONE });
        },
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [about, hospitalId, name, bornOn]);
  return about !== "" && latest.about === about ? latest.patients : NONE;
}
