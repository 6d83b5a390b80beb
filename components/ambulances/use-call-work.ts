"use client";
import { createContext, useContext, useState, useTransition } from "react";
import { useRouter } from "next/navigation";
import { notifiedIn, sayDone } from "@/components/contacts/say-done";
import { toast } from "@/components/ui/toast";
import type { ActionFailure, ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";

export type CallWork = {
  /** Takes a step of a call, says what came of it, and reads the board again. Answers the failure, if it was refused. */
  run: <T>(callId: string, done: string, call: () => Promise<ActionResult<T>>) => Promise<ActionFailure | undefined>;
  /** The call something is under way for, until the board shows what came of it. */
  pending: string | undefined;
};

export const CallWorkContext = createContext<CallWork | null>(null);

/** For the cards of the board. */
export function useCallWork(): CallWork {
  const work = useContext(CallWorkContext);
  if (work === null) throw new Error("Cards of calls belong on the dispatch board.");
  return work;
}

/** The board's own: which calls were answered here is noted in `own`, so that they are not announced as lost. */
export function useOwnCallWork(onOwn: (callId: string) => void): CallWork {
  const router = useRouter();
  const [callId, setCallId] = useState<string>();
  const [isWorking, startWork] = useTransition();
  const run: CallWork["run"] = (id, done, call) =>
    new Promise((resolve) => {
      setCallId(id);
      onOwn(id);
      startWork(async () => {
        const result = await tryAction(call);
        if (result.ok) sayDone(done, notifiedIn(result.data));
        resolve(result.ok ? undefined : result.error);
        // Also after a refusal: what is on the screen is not how things are any more.
        startWork(() => router.refresh());
      });
    });
  return { run, pending: isWorking ? callId : undefined };
}

/** A refusal said where one looks. To have been slower than another hospital is no fault: help is on its way. */
export function sayRefusal({ code, message }: ActionFailure): void {
  if (code === "call-taken") toast.info("Another hospital was faster", { description: "Its vehicle is on the way. Yours stays free, and there is nothing left to do." });
  else toast.error(message);
}
