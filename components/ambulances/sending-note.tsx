"use client";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import type { Sending } from "./use-call-sending";

/** What is happening to the call: never that it has been made before someone has answered. */
export function SendingNote({ phase, onStop }: { phase: Sending["phase"]; onStop: () => void }) {
  return (
    <div role="status">
      {phase === "waiting" ? (
        <FormMessage tone="wait" title="You are offline: your request hasn't been sent" className="mb-4">
          <p>
            Your request goes out by itself as soon as there is one. A phone call may get through: call the emergency
            number now.
          </p>
          <Button size="sm" variant="secondary" className="mt-2" onClick={onStop}>
            Do not send it
          </Button>
        </FormMessage>
      ) : phase === "sending" ? (
        <span className="sr-only">Sending…</span>
      ) : null}
    </div>
  );
}
