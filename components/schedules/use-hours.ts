"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { announceDoneToMany } from "@/components/contacts/announce-done";
import { deleteScheduleAction, previewScheduleAction, saveScheduleAction } from "@/lib/domain/schedules/actions";
import type { NamedVisit } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { tryAction } from "@/lib/platform/actions/try-action";
import { draftOf, inputOf, isSame, type HoursBase, type HoursDraft } from "./hours-draft";

export type Asked = { what: "save" | "end"; visits: NamedVisit[] };

/**
 * The hours of one place while they are edited: what is stored, what is typed, and the conversion. What is typed is
 * never lost, neither by a refusal nor by someone who saved in another window.
 */
export function useHours(stored: HoursBase) {
  const router = useRouter();
  const { failure, refuse, clearFailure, rebase, ...edited } = useEdited(stored);
  const { base, draft } = edited;
  const [asked, setAsked] = useState<Asked>();
  const [isBusy, startWork] = useTransition();

  const commit = async () => {
    const result = await tryAction(() => saveScheduleAction({ id: base.id, schedule: inputOf(draft, base.version) }));
    if (!result.ok) return refuse(result.error);
    // The draft stays: it is what was saved, and more if typing continued meanwhile.
    rebase(result.data);
    announceDoneToMany("Saved. Patients see the new times at once.", result.data.notified);
    router.refresh();
  };
  const end = async () => {
    const result = await tryAction(() =>
      deleteScheduleAction({ id: base.id ?? "", ...(base.version === null ? {} : { version: base.version }) }),
    );
    if (!result.ok) return refuse(result.error);
    announceDoneToMany("You no longer have hours here.", result.data);
    router.refresh();
  };
  const ask = (what: Asked["what"], changed: HoursDraft) =>
    startWork(async () => {
      clearFailure();
      const preview = await tryAction(() =>
        previewScheduleAction({ id: base.id, schedule: inputOf(changed, base.version) }),
      );
      if (!preview.ok) return refuse(preview.error);
      if (what === "end" || preview.data.some(({ isMarked }) => !isMarked)) setAsked({ what, visits: preview.data });
      else await commit();
    });
  const answer = async (isYes: boolean) => {
    if (isYes) await (asked?.what === "end" ? end() : commit());
    setAsked(undefined);
  };
  return {
    ...edited,
    failure,
    /** Errors by field, without their envelope. */
    errors: failure?.fields?.map(unwrapped),
    isBusy,
    asked,
    answer,
    save: () => ask("save", draft),
    askToEnd: () => ask("end", { ...draftOf(base), rules: [], exceptions: [] }),
  };
}

/** What is stored, what is typed, and what was refused. */
function useEdited(stored: HoursBase) {
  const router = useRouter();
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [failure, setFailure] = useState<ActionFailure>();
  const isDirty = !isSame(draft, draftOf(base));
  const isOutdated = (stored.version ?? 0) > (base.version ?? 0);
  const clearFailure = () => setFailure(undefined);
  const refuse = (error: ActionFailure) => {
    setFailure(error);
    if (error.code === "version-mismatch") router.refresh();
  };
  const rebase = (hours: HoursBase) => {
    setBase(hours);
    clearFailure();
  };
  const adopt = (hours: HoursBase) => {
    rebase(hours);
    setDraft(draftOf(hours));
  };
  // Saved in another window while nothing was typed here: simply show it.
  if (isOutdated && !isDirty) adopt(stored);
  return {
    base,
    draft,
    failure,
    refuse,
    clearFailure,
    rebase,
    isDirty,
    hasConflict: isDirty && isOutdated,
    change: (with_: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...with_ })),
    discard: () => adopt(base),
    takeOther: () => adopt(stored),
    keepMine: () => rebase(stored),
  };
}

function unwrapped({ path, message }: FieldError): FieldError {
  return { path: path.replace(/^schedule\./, ""), message };
}
