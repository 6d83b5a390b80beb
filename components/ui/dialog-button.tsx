"use client";
import { useState, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogTrigger } from "./dialog";

type Props = {
  icon: ReactNode;
  label: ReactNode;
  variant?: "primary" | "secondary";
  size?: "sm" | "md";
  /** Returns the dialog's content, which is fresh each time it opens. */
  children: (close: () => void) => ReactNode;
};

/** A button that opens a dialog. */
export function DialogButton({ icon, label, variant = "secondary", size = "md", children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant={variant} size={size}>
          {icon} {label}
        </Button>
      </DialogTrigger>
      {open ? children(() => setOpen(false)) : null}
    </Dialog>
  );
}
