"use client";
import { AlertDialog as Radix } from "radix-ui";
import { useState, type ReactNode } from "react";
import { DialogScope, useAskBeforeClosing } from "./ask-before-closing";
import { Button } from "./button";
import { cn } from "./cn";
import { veil } from "./dialog";
import { TypedText } from "./typed-text";
import { useFocusReturn } from "./use-focus-return";

export type ConfirmDialogProps = {
  /** Opens it; without one, control it with `open` and `onOpenChange`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The question: "Cancel this appointment?" */
  title: ReactNode;
  /** What will happen. */
  text: ReactNode;
  /** Fields that belong to the answer, e.g. a reason. */
  children?: ReactNode;
  confirmLabel: ReactNode;
  cancelLabel?: ReactNode;
  tone?: "danger" | "primary";
  /** Runs it. The dialog stays open meanwhile and closes afterwards, unless it returns `false`. */
  onConfirm: () => void | boolean | Promise<void | boolean>;
};

/** Asks before something that can't easily be undone. Focus starts on the safe answer. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, text, children, confirmLabel, cancelLabel = "Back", tone = "danger", onConfirm } = props;
  const [pending, setPending] = useState(false);
  const { scope, open, change, onOpenChange } = useAskBeforeClosing(props);
  const focusReturn = useFocusReturn();
  const confirm = async () => {
    setPending(true);
    try {
      if ((await onConfirm()) !== false) change(false);
    } finally {
      setPending(false);
    }
  };
  return (
    <DialogScope value={scope}>
      <Radix.Root open={open} onOpenChange={(next) => (pending ? undefined : onOpenChange(next))}>
        {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
        <Radix.Portal>
          {/* Also above a dialog that it asks about. */}
          <Radix.Overlay {...veil} className={cn(veil.className, "z-50")} />
          <Radix.Content
            {...focusReturn}
            className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-lg border border-line bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-raised outline-none data-[state=open]:animate-slide-in-bottom sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-2rem)] sm:max-w-md sm:-translate-1/2 sm:rounded-lg sm:pb-5 sm:data-[state=open]:animate-rise-in"
          >
            <Radix.Title className="text-lg">{title}</Radix.Title>
            <Radix.Description className="mt-1.5 text-sm text-quiet">{text}</Radix.Description>
            {children ? (
              <div className="mt-4">
                {children}
                <TypedText />
              </div>
            ) : null}
            <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
              <Radix.Cancel asChild>
                <Button variant="secondary" disabled={pending}>
                  {cancelLabel}
                </Button>
              </Radix.Cancel>
              <Button variant={tone} pending={pending} onClick={confirm}>
                {confirmLabel}
              </Button>
            </div>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </DialogScope>
  );
}
