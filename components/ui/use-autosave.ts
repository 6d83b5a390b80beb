"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";

export type SavingState =
  | { kind: "saved"; at: string | null }
  | { kind: "saving" }
  /** Not saved yet; retried by itself. `error.fields`: what has to be corrected first. */
  | { kind: "failed"; error: ActionFailure }
  /** Written elsewhere meanwhile. */
  | { kind: "conflict" };

const PAUSE_MS = 1_500;
const MAX_PAUSE_MS = 60_000;
const MAX_UNANSWERED = 20;
const OFFLINE: ActionFailure = { code: "unavailable", message: "You're offline.", requestId: "" };

/**
 * Sends what is typed, one write after the other, and says how it went. `send` answers with the version it has made;
 * `unanswered` is what the server may have stored although its answer never came. Offline nothing is sent: a write that
 * waits for the network asks whether to go on waiting, and would interrupt who is typing.
 */
export function useWrites<T extends { version: number }>(
  typed: T,
  send: (typed: T) => Promise<ActionResult<{ version: number }>>,
  onSaved: (saved: T) => void,
) {
  const router = useRouter();
  const [state, setState] = useState<SavingState>({ kind: "saved", at: null });
  const running = useRef<Promise<void>>(Promise.resolve());
  const failures = useRef(0);
  const saved = useRef(0);
  const [unanswered, setUnanswered] = useState<T[]>([]);
  const write = async () => {
    if (!navigator.onLine) {
      failures.current++;
      return setState({ kind: "failed", error: OFFLINE });
    }
    setState({ kind: "saving" });
    const result = await send(typed);
    if (result.ok) {
      failures.current = 0;
      saved.current = result.data.version;
      setUnanswered([]);
      onSaved({ ...typed, version: result.data.version });
      setState({ kind: "saved", at: new Date().toISOString() });
    } else if (result.error.code === "version-mismatch") {
      setState({ kind: "conflict" });
      router.refresh();
    } else {
      failures.current++;
      setUnanswered((before) => [...before, typed].slice(-MAX_UNANSWERED));
      setState({ kind: "failed", error: result.error });
    }
  };
  return {
    state,
    setState,
    failures,
    unanswered,
    save: () => void (running.current = running.current.then(write)),
    /** Sends at once, for a page that is being left: the write outlives it. */
    sendLast: () => void send(typed),
    /** Waits for a pending write; resolves to the version saved last, on which what follows must build. */
    settled: () => running.current.then(() => saved.current),
  };
}

type Writes = Pick<ReturnType<typeof useWrites>, "save" | "sendLast" | "failures">;

/**
 * Saves after a pause in typing, a longer one after each failure, when the connection is back, and on leaving by a link
 * unless `finish` was called. Asks before the page closes with something unsaved. `typed`: changes with every key.
 */
export function useAutosave(typed: unknown, isDirty: boolean, kind: string, { save, sendLast, failures }: Writes) {
  const isStuck = kind === "saving" || kind === "conflict";
  const isFinished = useRef(false);
  const saveIfNeeded = useEffectEvent(() => {
    if (isDirty && !isStuck) save();
  });
  useEffect(() => {
    if (!isDirty || isStuck) return;
    const timer = setTimeout(saveIfNeeded, Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** failures.current));
    return () => clearTimeout(timer);
  }, [typed, isDirty, isStuck, kind, failures]);
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
  const leave = useEffectEvent(() => {
    if (isDirty && !isFinished.current && kind !== "conflict") sendLast();
  });
  useEffect(() => () => leave(), []);
  /** Nothing more is to be saved. */
  return { finish: () => void (isFinished.current = true) };
}
