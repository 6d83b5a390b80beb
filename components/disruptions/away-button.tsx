"use client";
import { CalendarOff, Timer } from "lucide-react";
import { DialogButton } from "@/components/ui/dialog-button";
import { AwayDialog } from "./away-dialog";
import { LateDialog } from "./late-dialog";
import type { AwayChoice } from "./absence-view";

export type AwayButtonProps = {
  /** Who could be away, and where; hidden where there is no one. */
  choices: AwayChoice[];
  portal: "doctor" | "hospital";
  /** When the page was read, ISO. */
  asOf: string;
  label: string;
};

/** Says that a doctor is away, after showing who is affected. */
export function AwayButton({ choices, portal, asOf, label }: AwayButtonProps) {
  if (choices.length === 0) return null;
  return (
    <DialogButton icon={<CalendarOff aria-hidden />} label={label}>
      {() => <AwayDialog choices={choices} portal={portal} asOf={asOf} />}
    </DialogButton>
  );
}

/** Says that a doctor runs late today, after showing who is affected. */
export function LateButton({ choices, portal, label }: Omit<AwayButtonProps, "asOf">) {
  if (choices.length === 0) return null;
  return (
    <DialogButton icon={<Timer aria-hidden />} label={label}>
      {() => <LateDialog choices={choices} portal={portal} />}
    </DialogButton>
  );
}
