"use client";
import { Switch as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { ChoiceLabel, useChoiceControl } from "./choice-label";
import { cn } from "./cn";

export type SwitchProps = ComponentProps<typeof Radix.Root> & { label?: ReactNode; hint?: ReactNode };

/** On or off, at once. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  const { control, text } = useChoiceControl(props, { label, hint });
  const toggle = (
    <Radix.Root
      {...props}
      {...control}
      className={cn(
        "touch-target flex h-6 w-11 shrink-0 items-center rounded-full border border-line-strong bg-sunken transition-colors",
        "disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent",
        className,
      )}
    >
      <Radix.Thumb className="ml-0.5 size-[1.125rem] rounded-full bg-line-strong transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-accent-ink" />
    </Radix.Root>
  );
  if (!label) return toggle;
  return (
    <div className="flex items-start justify-between gap-4">
      <ChoiceLabel {...text} />
      {toggle}
    </div>
  );
}
