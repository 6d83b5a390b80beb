"use client";
import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ShareDialog, type ShareDialogProps } from "./share-dialog";

type Props = Omit<ShareDialogProps, "onClose">;

/** Opens the dialog in which a doctor is chosen. */
export function ShareRecord(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const { patient } = props;
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <Share2 aria-hidden /> Share with a doctor
        {patient.isYou ? null : <span className="sr-only"> the record of {patient.name}</span>}
      </Button>
      {isOpen ? <ShareDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
