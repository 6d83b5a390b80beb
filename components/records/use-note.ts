"use client";
import { useState } from "react";
import { useAutosave, useWrites, type SavingState } from "@/components/ui/use-autosave";
import { writeNoteAction } from "@/lib/domain/records/actions";
import { isPressurePossible } from "@/lib/domain/records/format";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { isSameDraft, mergeDrafts, withParts, type Draft } from "./merge-note";

export type StoredNote = Draft & { version: number };
export type NoteState = SavingState | { kind: "typing" };

/** What of the parts can be stored yet: no medicine without a name, no lower blood pressure above the upper one. */
export function storable(parts: EncounterParts): EncounterParts {
  const vitals = isPressurePossible(parts.vitals)
    ? parts.vitals
    : parts.vitals.filter(({ kind }) => kind !== "DIASTOLIC");
  return { ...parts, vitals, prescriptions: parts.prescriptions.filter(({ drug }) => drug.trim() !== "") };
}

/** What the server knows of a draft once it was sent. */
const sentOf = ({ note, parts }: Draft): Draft => ({ note, parts: storable(parts) });

/**
 * A visit's note while it is written: saved shortly after each pause in typing, one write at a time, and retried at
 * growing intervals when the server is unreachable. What was typed is never replaced without asking.
 */
export function useNote(appointmentId: string, stored: StoredNote) {
  const [draft, setDraft] = useState<Draft>({ note: stored.note, parts: stored.parts });
  const [base, setBase] = useState(stored);
  const send = (typed: StoredNote) =>
    tryAction(() => writeNoteAction({ appointmentId, ...typed, parts: storable(typed.parts) }));
  const writes = useWrites({ ...draft, version: base.version }, send, setBase);
  const { setState } = writes;
  const isDirty = !isSameDraft(draft, base);
  const isBehind = stored.version > base.version && writes.state.kind !== "saving";
  const merged = isBehind ? mergeDrafts([sentOf(base), ...writes.unanswered.map(sentOf)], draft, stored) : null;
  const rebase = ({ note, parts }: Draft) => {
    setDraft({ note, parts });
    setBase(stored);
    setState({ kind: "saved", at: null });
  };
  // Nothing was written here and elsewhere in the same part: both stay.
  if (merged?.clashes.length === 0) rebase(merged.draft);
  const clashes = merged?.clashes ?? [];
  const state: NoteState =
    clashes.length > 0
      ? { kind: "conflict" }
      : isDirty && writes.state.kind === "saved"
        ? { kind: "typing" }
        : writes.state;
  const { finish } = useAutosave(draft, isDirty, state.kind, writes);

  return {
    ...draft,
    version: base.version,
    state,
    /** Parts written here and elsewhere, until `takeTheirs` or `keepMine` decides. */
    clashes,
    type: (part: keyof EncounterNote, text: string) =>
      setDraft((before) => ({ ...before, note: { ...before.note, [part]: text } })),
    change: (parts: Partial<EncounterParts>) =>
      setDraft((before) => ({ ...before, parts: { ...before.parts, ...parts } })),
    settled: writes.settled,
    /** Signed: nothing more to save. */
    finish,
    takeTheirs: () => merged && rebase(withParts(merged.draft, stored, merged.clashes)),
    keepMine: () => merged && rebase(merged.draft),
  };
}
