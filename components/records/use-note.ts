"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { writeNoteAction } from "@/lib/domain/records/actions";
import { isPressurePossible } from "@/lib/domain/records/format";
import type { EncounterNote, EncounterParts } from "@/lib/domain/records/schema";
import type { FieldError } from "@/lib/platform/errors/app-error";
import { tryAction } from "@/lib/platform/actions/try-action";
import { isSameDraft, mergeDrafts, withParts, type Draft } from "./merge-note";

export type StoredNote = Draft & { version: number };
export type NoteState =
  | { kind: "saved"; at: string | null }
  | { kind: "typing" }
  | { kind: "saving" }
  /** Not saved yet; retried automatically. `fields`: what has to be corrected first. */
  | { kind: "failed"; fields: FieldError[] | undefined }
  /** Someone (the same doctor in another window) wrote meanwhile, in the same part. */
  | { kind: "conflict" };

const PAUSE_MS = 1_500;
const MAX_PAUSE_MS = 60_000;
const MAX_UNANSWERED = 20;

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
  const writes = useWrites(appointmentId, { ...draft, version: base.version }, setBase);
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
  useSavingOnPause(draft, isDirty, state, writes);
  const { finish } = useSavingOnLeave(isDirty, state, writes);

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

type Writes = ReturnType<typeof useWrites>;

/** Sends what is typed, one write after the other, and says how it went. */
function useWrites(appointmentId: string, typed: StoredNote, onSaved: (saved: StoredNote) => void) {
  const router = useRouter();
  const [state, setState] = useState<NoteState>({ kind: "saved", at: null });
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const failures = useRef(0);
  const saved = useRef(0);
  // What the server may have stored although its answer never came.
  const [unanswered, setUnanswered] = useState<Draft[]>([]);
  const send = () => tryAction(() => writeNoteAction({ appointmentId, ...typed, parts: storable(typed.parts) }));
  const write = async (): Promise<boolean> => {
    setState({ kind: "saving" });
    const result = await send();
    if (result.ok) {
      failures.current = 0;
      saved.current = result.data.version;
      onSaved({ ...typed, version: result.data.version });
      setUnanswered([]);
      setState({ kind: "saved", at: new Date().toISOString() });
      return true;
    }
    if (result.error.code === "version-mismatch") {
      setState({ kind: "conflict" });
      router.refresh();
    } else {
      failures.current++;
      setUnanswered((before) => [...before, typed].slice(-MAX_UNANSWERED));
      setState({ kind: "failed", fields: result.error.fields });
    }
    return false;
  };
  /** Saves what is typed now; resolves when no write is pending. */
  const save = (): Promise<boolean> => {
    running.current = running.current.then(write);
    return running.current;
  };
  /** Waits for a pending write; resolves to the version saved last, on which what follows must build. */
  const settled = () => running.current.then(() => saved.current);
  return { state, setState, send, save, settled, failures, unanswered };
}

/**
 * Saves after a pause in typing, a longer one after each failure, and when the connection is back. Asks before the page
 * closes with something unsaved.
 */
function useSavingOnPause(draft: Draft, isDirty: boolean, state: NoteState, { save, failures }: Writes) {
  const saveIfNeeded = useEffectEvent(() => {
    if (isDirty && state.kind !== "saving" && state.kind !== "conflict") void save();
  });
  const isStuck = state.kind === "saving" || state.kind === "conflict";
  useEffect(() => {
    if (!isDirty || isStuck) return;
    const pause = Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** failures.current);
    const timer = setTimeout(saveIfNeeded, pause);
    return () => clearTimeout(timer);
  }, [draft, isDirty, isStuck, state, failures]);
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
}

/** Saves on leaving by a link, unless `finish` was called: the write outlives the page. */
function useSavingOnLeave(isDirty: boolean, state: NoteState, { send }: Writes) {
  const isSigned = useRef(false);
  const leave = useEffectEvent(() => {
    if (isDirty && !isSigned.current && state.kind !== "conflict") void send();
  });
  useEffect(() => () => leave(), []);
  return { finish: () => void (isSigned.current = true) };
}
