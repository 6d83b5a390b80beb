"use client";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

export type InputProps = ComponentProps<"input"> & {
  /** A decorative icon before the text. */
  icon?: ReactNode;
};

export function Input({ icon, className, ...props }: InputProps) {
  const bound = useFieldControl(props);
  const input = <input {...props} {...bound} className={cn(controlStyle, controlHeight, icon && "pl-10", className)} />;
  if (!icon) return input;
  return (
    <div className="relative min-w-0">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-quiet [&_svg]:size-[1.125rem]"
      >
        {icon}
      </span>
      {input}
    </div>
  );
}
