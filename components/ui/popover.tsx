"use client";
import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { floatingStyle } from "./floating-style";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        align="start"
        {...props}
        className={cn(floatingStyle, "w-80 max-w-[calc(100vw-1rem)] p-4", className)}
      />
    </Radix.Portal>
  );
}
