"use client";
import { useId, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogClose, DialogContent, type DialogContentProps } from "./dialog";

export type FormDialogProps = Omit<DialogContentProps, "footer" | "onSubmit"> & {
  /** Without one there is nothing to submit, only the way back. */
  submitLabel?: ReactNode;
  /** Keeps the dialog open and its buttons off until the answer is there. */
  isPending: boolean;
  isDisabled?: boolean;
  onSubmit: () => void | Promise<void>;
  /** Closed without submitting; after submitting, the parent closes it. */
  onClose: () => void;
};

/** An open dialog that is one form: its fields inside, Back and submit at the end. Fields show their own errors. */
export function FormDialog({
  submitLabel,
  isPending,
  isDisabled = false,
  onSubmit,
  onClose,
  children,
  ...content
}: FormDialogProps) {
  const form = useId();
  return (
    <Dialog open onOpenChange={(open) => !open && !isPending && onClose()}>
      <DialogContent
        {...content}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="secondary" disabled={isPending}>
                Back
              </Button>
            </DialogClose>
            {submitLabel ? (
              <Button type="submit" form={form} pending={isPending} disabled={isDisabled}>
                {submitLabel}
              </Button>
            ) : null}
          </>
        }
      >
        <form
          id={form}
          noValidate
          className="grid gap-5 pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending && !isDisabled) void onSubmit();
          }}
        >
          {children}
        </form>
      </DialogContent>
    </Dialog>
  );
}
