"use client";
import { createContext, useContext } from "react";
import { useWork, type Work } from "@/components/contacts/use-work";
import { toast } from "@/components/ui/toast";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

/** A step of a call, by the call's ID; `pending` is the call being changed. */
export type CallWork = Work;

export const CallWorkContext = createContext<CallWork | null>(null);

/** For the cards of the board. */
export function useCallWork(): CallWork {
  const work = useContext(CallWorkContext);
  if (work === null) throw new Error("Cards of calls belong on the dispatch board.");
  return work;
}

/** The board's own: records in `own` which calls were answered here, so that they aren't announced as lost. */
export function useOwnCallWork(onOwn: (callId: string) => void): CallWork {
  const { run, pending } = useWork();
  const runOwn: CallWork["run"] = (id, done, call) => {
    onOwn(id);
    return run(id, done, call);
  };
  return { run: runOwn, pending };
}

/** Announces a refusal where the user looks. Being slower than another hospital is no error: help is on its way. */
export function announceRefusal({ code, message }: ActionFailure): void {
  if (code === "call-taken")
    toast.info("Another hospital was quicker", {
      description: "Its vehicle is on the way. Yours stays free, and there's nothing left to do.",
    });
  else toast.error(message);
}
