"use client";
import { useEffect, useRef, useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { pause } from "@/lib/platform/http/browser/pause";

/** `waiting`: offline, so nothing has been sent, or no answer has come back. */
export type Sending = { phase: "idle" | "sending" | "waiting"; failure?: ActionFailure };

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

/**
 * Sends until there is an answer: waits while offline, and retries after a lost connection. `send` must be safe to
 * repeat. A refusal ends it and stays on the screen.
 */
export function useCallSending<Sent, Answer>(
  send: (sent: Sent) => Promise<ActionResult<Answer>>,
  onSent: (answer: Answer) => void,
) {
  const [sending, setSending] = useState<Sending>({ phase: "idle" });
  const attempt = useRef<AbortController | null>(null);
  useEffect(() => () => attempt.current?.abort(), []);

  const start = async (sent: Sent) => {
    attempt.current?.abort();
    const { signal } = (attempt.current = new AbortController());
    for (let tries = 0; ; tries += 1) {
      // A call is not sent while offline, because it could not be cancelled once sent.
      setSending({ phase: navigator.onLine ? "sending" : "waiting" });
      await waitUntilOnline(signal);
      if (signal.aborted) return;
      setSending({ phase: "sending" });
      const result = await tryAction(() => send(sent));
      if (signal.aborted) return;
      if (result.ok) return onSent(result.data);
      if (result.error.code !== "unavailable") return setSending({ phase: "idle", failure: result.error });
      setSending({ phase: "waiting" });
      await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 8_000, signal);
      if (signal.aborted) return;
    }
  };
  const stop = () => {
    attempt.current?.abort();
    setSending({ phase: "idle" });
  };
  return { sending, start, stop };
}

function waitUntilOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine || signal.aborted) return resolve();
    const done = () => {
      window.removeEventListener("online", done);
      resolve();
    };
    window.addEventListener("online", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
