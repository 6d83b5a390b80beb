"use client";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import type { Sending } from "./use-call-sending";

/** What is happening to the call: never that it has been made before the server has answered. */
export function SendingNote({ phase, onStop }: { phase: Sending["phase"]; onStop: () => void }) {
  return (
    <div role="status">
      {phase === "waiting" ? (
        <FormMessage tone="wait" title="You're offline: your request hasn't been sent" className="mb-4">
          <p>
            We&apos;ll send it when you&apos;re back online. A phone call may get through: call the emergency number
            now.
          </p>
          <Button size="sm" variant="secondary" className="mt-2" onClick={onStop}>
            Don&apos;t send it
          </Button>
        </FormMessage>
      ) : phase === "sending" ? (
        <span className="sr-only">Sending…</span>
      ) : null}
    </div>
  );
}
