"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { ChoiceLabel, useChoiceControl } from "./choice-label";
import { cn } from "./cn";

export type CheckboxProps = ComponentProps<typeof Radix.Root> & { label?: ReactNode; hint?: ReactNode };

/** Yes or no, sent with a form. `label` adds visible text; without it, name it with `aria-label`. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const { control, text } = useChoiceControl(props, { label, hint });
  const box = (
    <Radix.Root
      {...props}
      {...control}
      className={cn(
        "touch-target flex size-5 shrink-0 items-center justify-center rounded-xs border border-line-strong bg-surface text-accent-ink",
        "data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent",
        "disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-stop",
        className,
      )}
    >
      <Radix.Indicator className="group">
        <Check aria-hidden strokeWidth={3} className="size-3.5 group-data-[state=indeterminate]:hidden" />
        <Minus aria-hidden strokeWidth={3} className="hidden size-3.5 group-data-[state=indeterminate]:block" />
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <div className="flex items-start gap-3">
      {box}
      <ChoiceLabel {...text} />
    </div>
  );
}
