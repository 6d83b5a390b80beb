"use client";
import { createContext, useContext } from "react";
import { useWork, type Work } from "@/components/contacts/use-work";
import { toast } from "@/components/ui/toast";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

/** A step of a call, by the call's id; `pending` is the call something is under way for. */
export type CallWork = Work;

export const CallWorkContext = createContext<CallWork | null>(null);

/** For the cards of the board. */
export function useCallWork(): CallWork {
  const work = useContext(CallWorkContext);
  if (work === null) throw new Error("Cards of calls belong on the dispatch board.");
  return work;
}

/** The board's own: which calls were answered here is noted in `own`, so that they are not announced as lost. */
export function useOwnCallWork(onOwn: (callId: string) => void): CallWork {
  const { run, pending } = useWork();
  const runOwn: CallWork["run"] = (id, done, call) => {
    onOwn(id);
    return run(id, done, call);
  };
  return { run: runOwn, pending };
}

/** A refusal said where one looks. To have been slower than another hospital is no fault: help is on its way. */
export function announceRefusal({ code, message }: ActionFailure): void {
  if (code === "call-taken")
    toast.info("Another hospital was quicker", {
      description: "Its vehicle is on the way. Yours stays free, and there's nothing left to do.",
    });
  else toast.error(message);
}
