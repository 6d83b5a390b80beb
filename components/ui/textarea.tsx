"use client";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

/** Grows with its text where the browser can (`field-sizing`), and can be resized elsewhere. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  const bound = useFieldControl(props);
  return (
    <textarea
      rows={3}
      {...props}
      {...bound}
      className={cn(controlStyle, "field-sizing-content min-h-20 resize-y py-2 leading-6", className)}
    />
  );
}
