"use client";
import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { LocalTime } from "@/components/ui/local-time";
import { QrCode } from "@/components/ui/qr-code";
import { devicesText, openedText } from "@/lib/domain/sharing/format";
import type { NewRecordLink } from "@/lib/domain/sharing/schema-links";

type Props = { link: NewRecordLink; onClose: () => void };

/** Shows a new link, this once: to scan, to copy, to print. */
export function NewLinkDialog({ link, onClose }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        forgetsNothing
        data-print="only"
        title="Your link is ready"
        description="It is shown only now: we keep no copy. You can end it at any time."
        footer={
          <>
            <Button variant="secondary" data-print="hide" onClick={() => window.print()}>
              <Printer aria-hidden /> Print
            </Button>
            <DialogClose asChild>
              <Button data-print="hide">Done</Button>
            </DialogClose>
          </>
        }
      >
        <div className="grid gap-5">
          <Code link={link} />
          <CopyField label="Or send the link" value={link.url} what="the link" copied="Link copied" />
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Code({ link }: { link: NewRecordLink }) {
  const { url, expiresAt, maxDevices, hasPasscode } = link;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <QrCode
        text={url}
        label="QR code of the link"
        className="mx-auto size-52 shrink-0 rounded-md border border-line sm:mx-0"
      />
      <div className="grid min-w-0 flex-[1_1_12rem] gap-2 text-sm">
        <p className="font-semibold">Let the other person scan this code with their phone.</p>
        <p>It opens {openedText(link)}.</p>
        <p>
          Until <LocalTime instant={expiresAt} />. {devicesText(maxDevices)}
        </p>
        {hasPasscode ? <p>They need the passcode, which only you know.</p> : null}
      </div>
    </div>
  );
}
