"use client";
import { CalendarOff } from "lucide-react";
import type { ReactNode } from "react";
import { DialogButton } from "@/components/ui/dialog-button";
import { BlockHoursDialog, type BlockablePlace } from "./block-hours-dialog";

export type BlockHoursButtonProps = {
  places: BlockablePlace[];
  /** When the page was read, ISO. */
  asOf: string;
  /** The initial date; today in the place's zone by default. */
  date?: string;
  label?: ReactNode;
};

/** "Block time": closes part of a day, after showing who is affected. Hidden for doctors without hours. */
export function BlockHoursButton({ places, asOf, date, label = "Block time" }: BlockHoursButtonProps) {
  if (places.length === 0) return null;
  return (
    <DialogButton icon={<CalendarOff aria-hidden />} label={label}>
      {(close) => <BlockHoursDialog places={places} asOf={asOf} date={date} onDone={close} />}
    </DialogButton>
  );
}
