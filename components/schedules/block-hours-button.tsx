"use client";
import { CalendarOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
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
  const [open, setOpen] = useState(false);
  if (places.length === 0) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="secondary">
          <CalendarOff aria-hidden /> {label}
        </Button>
      </DialogTrigger>
      {open ? <BlockHoursDialog places={places} asOf={asOf} date={date} onDone={() => setOpen(false)} /> : null}
    </Dialog>
  );
}
