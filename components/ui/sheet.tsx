"use client";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Dialog, DialogHeader, veil } from "./dialog";

export const Sheet = Dialog;
export const SheetTrigger = Radix.Trigger;
export const SheetClose = Radix.Close;

const SIDES = {
  right: "inset-y-0 right-0 w-[min(28rem,100vw)] border-l data-[state=open]:animate-slide-in-right",
  left: "inset-y-0 left-0 w-[min(20rem,88vw)] border-r data-[state=open]:animate-slide-in-left",
  bottom: "inset-x-0 bottom-0 max-h-[88dvh] rounded-t-lg border-t data-[state=open]:animate-slide-in-bottom",
} as const;

export type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  side?: keyof typeof SIDES;
  footer?: ReactNode;
};

/** A panel above the page: details, filters, menus on phones. */
export function SheetContent({
  title,
  description,
  side = "right",
  footer,
  className,
  children,
  ...props
}: SheetContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay {...veil} />
      <Radix.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        {...props}
        className={cn(
          "fixed z-50 flex flex-col border-line bg-raised shadow-raised outline-none",
          SIDES[side],
          className,
        )}
      >
        <DialogHeader title={title} description={description} />
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
          {children}
        </div>
        {footer ? (
          <footer className="flex gap-2 border-t border-line px-5 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        ) : null}
      </Radix.Content>
    </Radix.Portal>
  );
}
