"use client";
import type { Route } from "next";
import type { ReactNode } from "react";
import { useWork } from "@/components/contacts/use-work";
import { AskDialog } from "@/components/ui/ask-dialog";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { UPDATED } from "./refusal-note";

export type ReasonDialogProps = {
  title: string;
  text: ReactNode;
  confirmLabel: string;
  /** Shown once it is done. */
  done: string;
  /** Without one nothing is asked. */
  reason: "required" | "optional" | "none";
  reasonHint?: string;
  tone?: "danger" | "primary";
  run: (reason: string | undefined) => Promise<ActionResult<unknown>>;
  onClose: () => void;
  /** Where to go once it is done; refreshes the current page by default. */
  leaveTo?: Route | undefined;
  children?: ReactNode;
};

/** Asks before a step between a doctor and a hospital, for the reason where the other side reads one. */
export function ReasonDialog({ text, done, reason, reasonHint, run, leaveTo, ...dialog }: ReasonDialogProps) {
  const work = useWork();
  const missing = reason === "required" ? "Enter a reason. The other side will see it." : undefined;
  return (
    <AskDialog
      {...dialog}
      consequence={text}
      reason={reason === "none" ? undefined : { label: "Reason", hint: reasonHint, missing }}
      refusedText={UPDATED}
      onTake={(words) => work.run("step", done, () => run(words === "" ? undefined : words), leaveTo)}
    />
  );
}
