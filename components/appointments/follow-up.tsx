"use client";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FollowUpDialog, type FollowUpDialogProps } from "./follow-up-dialog";

/** Books the next appointment from a visit, in a dialog above the note that is being written. */
export function FollowUp(props: Omit<FollowUpDialogProps, "onClose">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <CalendarPlus aria-hidden /> Book a follow-up
      </Button>
      {isOpen ? <FollowUpDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
