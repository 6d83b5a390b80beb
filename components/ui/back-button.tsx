"use client";
import { Button } from "./button";
import { DialogClose } from "./dialog";

type Props = { isBusy: boolean; onBack: (() => void) | undefined };

/** A dialog's "Back": to the step before, or out of the dialog. */
export function BackButton({ isBusy, onBack }: Props) {
  return onBack ? (
    <Button variant="secondary" disabled={isBusy} onClick={onBack}>
      Back
    </Button>
  ) : (
    <DialogClose asChild>
      <Button variant="secondary" disabled={isBusy}>
        Back
      </Button>
    </DialogClose>
  );
}
