"use client";
import { QrCode } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { NewRecordLink } from "@/lib/domain/sharing/schema-links";
import { LinkDialog, type LinkDialogProps } from "./link-dialog";
import { NewLinkDialog } from "./new-link-dialog";

type Props = Pick<LinkDialogProps, "patient">;

/** Makes a link to parts of a record, and shows it once. */
export function ShareByLink({ patient }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [link, setLink] = useState<NewRecordLink>();
  const made = (link: NewRecordLink) => {
    setOpen(false);
    setLink(link);
  };
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
        <QrCode aria-hidden /> Share by link
        {patient.isYou ? null : <span className="sr-only"> the record of {patient.name}</span>}
      </Button>
      {isOpen ? <LinkDialog patient={patient} onMade={made} onClose={() => setOpen(false)} /> : null}
      {link ? <NewLinkDialog link={link} onClose={() => setLink(undefined)} /> : null}
    </>
  );
}
