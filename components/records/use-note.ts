"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { writeNoteAction } from "@/lib/domain/records/actions";
import type { EncounterNote } from "@/lib/domain/records/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

export type StoredNote = { note: EncounterNote; version: number };
export type NoteState =
  | { kind: "saved"; at: string | null }
  | { kind: "typing" }
  | { kind: "saving" }
  /** Not saved yet; retried automatically. */
  | { kind: "failed"; message: string }
  /** Someone (the same doctor in another window) wrote meanwhile. */
  | { kind: "conflict" };

const PAUSE_MS = 1_500;
const MAX_PAUSE_MS = 60_000;

const isSame = (a: EncounterNote, b: EncounterNote) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A visit's note while it is written: saved shortly after each pause in typing, one write at a time, and retried at
 * growing intervals when the server is unreachable. What was typed is never replaced without asking.
 */
export function useNote(appointmentId: string, stored: StoredNote) {
  const router = useRouter();
  const [note, setNote] = useState(stored.note);
  const [base, setBase] = useState(stored);
  const [state, setState] = useState<NoteState>({ kind: "saved", at: null });
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const failures = useRef(0);
  const isDirty = !isSame(note, base.note);
  const isSigned = useRef(false);
  // Written in another window while nothing was typed here: simply show it.
  if (stored.version > base.version && !isDirty && state.kind === "saved") {
    setBase(stored);
    setNote(stored.note);
  }

  const write = async (): Promise<boolean> => {
    setState({ kind: "saving" });
    const result = await tryAction(() => writeNoteAction({ appointmentId, note, version: base.version }));
    if (result.ok) {
      failures.current = 0;
      setBase({ note, version: result.data.version });
      setState({ kind: "saved", at: new Date().toISOString() });
      return true;
    }
    if (result.error.code === "version-mismatch") {
      setState({ kind: "conflict" });
      router.refresh();
    } else {
      failures.current++;
      setState({ kind: "failed", message: result.error.message });
    }
    return false;
  };
  /** Saves what is typed now; resolves when no write is pending. */
  const save = (): Promise<boolean> => {
    running.current = running.current.then(write);
    return running.current;
  };

  const saveIfNeeded = useEffectEvent(() => {
    if (isDirty && state.kind !== "saving" && state.kind !== "conflict") void save();
  });
  const isStuck = state.kind === "saving" || state.kind === "conflict";
  useEffect(() => {
    if (!isDirty || isStuck) return;
    const pause = Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** failures.current);
    const timer = setTimeout(saveIfNeeded, pause);
    return () => clearTimeout(timer);
  }, [note, isDirty, isStuck, state]);
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
  // Leaving by a link: the write outlives the page.
  const leave = useEffectEvent(() => {
    if (isDirty && !isSigned.current && state.kind !== "conflict")
      void tryAction(() => writeNoteAction({ appointmentId, note, version: base.version }));
  });
  useEffect(() => () => leave(), []);

  return {
    note,
    version: base.version,
    state: isDirty && state.kind === "saved" ? ({ kind: "typing" } as const) : state,
    type: (part: keyof EncounterNote, text: string) => setNote((before) => ({ ...before, [part]: text })),
    /** Waits for a pending write, so that what follows builds on the newest version. */
    settled: () => running.current,
    /** Signed: nothing more to save. */
    finish: () => void (isSigned.current = true),
    takeOther: () => {
      setNote(stored.note);
      setBase(stored);
      setState({ kind: "saved", at: null });
    },
    keepMine: () => {
      setBase((before) => (stored.version > before.version ? stored : before));
      setState({ kind: "typing" });
    },
  };
}
