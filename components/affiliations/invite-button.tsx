"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { InviteDialog, type InviteDialogProps } from "./invite-dialog";

/** Opens the dialog to invite a doctor. */
export function InviteButton(props: Omit<InviteDialogProps, "onClose">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <UserPlus aria-hidden /> Invite a doctor
      </Button>
      {isOpen ? <InviteDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
