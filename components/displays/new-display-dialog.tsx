"use client";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { QrCode } from "@/components/ui/qr-code";
import type { NewDisplay } from "@/lib/domain/displays/schema";

type Props = { display: NewDisplay; onClose: () => void };

/** Shows the address of a new screen, this once: to type, to copy, to scan. */
export function NewDisplayDialog({ display: { name, url }, onClose }: Props) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        forgetsNothing
        title={`The screen “${name}” is ready`}
        description="Its address is shown only now: we keep no copy. You can end the screen at any time."
        footer={
          <DialogClose asChild>
            <Button>Done</Button>
          </DialogClose>
        }
      >
        <div className="grid gap-5">
          <p>
            Open this address in the browser of the screen on the wall. It stays signed out, and keeps itself up to
            date.
          </p>
          <CopyField label="Address of the screen" value={url} what="the address" copied="Address copied" />
          <QrCode
            text={url}
            label="QR code of the screen’s address"
            className="mx-auto size-44 rounded-md border border-line"
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}
