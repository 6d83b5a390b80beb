"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { DialogScope, useAskBeforeClosing } from "./ask-before-closing";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { TypedText } from "./typed-text";
import { useFocusReturn } from "./use-focus-return";

/** Asks before closing when something inside is unsaved; see `useAskBeforeClosing`. */
export function Dialog(props: ComponentProps<typeof Radix.Root>) {
  const { scope, open, onOpenChange } = useAskBeforeClosing(props);
  return (
    <DialogScope value={scope}>
      <Radix.Root {...props} open={open} onOpenChange={onOpenChange} />
    </DialogScope>
  );
}
export const DialogTrigger = Radix.Trigger;
/** Around the cancel button, which asks as Escape does. */
export const DialogClose = Radix.Close;

/** What lies over the page behind a dialog. A click on it doesn't take the focus: a question it raises gives it back. */
export const veil = {
  className: "fixed inset-0 z-40 bg-veil data-[state=open]:animate-fade-in",
  onMouseDown: (event: MouseEvent) => event.preventDefault(),
};

export type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end; the safe one first. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** What is typed is kept when it closes, or is disposable: nothing is asked then. */
  forgetsNothing?: boolean;
};

const WIDTHS = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" } as const;

/** A question or a short task above the page. On phones it comes from below, where the thumb is. */
export function DialogContent({
  title,
  description,
  footer,
  size = "md",
  forgetsNothing = false,
  className,
  children,
  ...props
}: DialogContentProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Portal>
      <Radix.Overlay {...veil} />
      <Radix.Content
        {...focusReturn}
        {...(description ? {} : { "aria-describedby": undefined })}
        {...props}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-lg border border-line bg-raised shadow-raised outline-none",
          "data-[state=open]:animate-slide-in-bottom sm:data-[state=open]:animate-rise-in",
          "sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100%-2rem)] sm:-translate-1/2 sm:rounded-lg",
          WIDTHS[size],
          className,
        )}
      >
        <DialogHeader title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
        {footer ? <DialogFooter>{footer}</DialogFooter> : null}
        {forgetsNothing ? null : <TypedText />}
      </Radix.Content>
    </Radix.Portal>
  );
}

/** The title, what it is about, and the way out. */
export function DialogHeader({ title, description }: Pick<DialogContentProps, "title" | "description">) {
  return (
    <header className="flex items-start gap-4 px-5 pt-5 pb-3">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-lg">{title}</Radix.Title>
        {description ? <Radix.Description className="mt-1 text-sm text-quiet">{description}</Radix.Description> : null}
      </div>
      <Radix.Close asChild>
        <IconButton label="Close" size="sm" className="-mt-1 -mr-2">
          <X aria-hidden />
        </IconButton>
      </Radix.Close>
    </header>
  );
}

/** The row of buttons at the end of a dialog; on phones a column with the main button on top. */
function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-t border-line px-5 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
      {children}
    </footer>
  );
}
