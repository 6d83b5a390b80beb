"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

export type NativeOption = { value: string; label: string };
export type NativeSelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: readonly NativeOption[];
  /** An option for no value. */
  empty?: string;
};

/** The browser's own list: for forms that must work without scripts, and for hundreds of options on a phone. */
export function NativeSelect({ options, empty, className, ...props }: NativeSelectProps) {
  const bound = useFieldControl(props);
  return (
    <div className="relative min-w-0">
      <select {...props} {...bound} className={cn(controlStyle, controlHeight, "appearance-none pr-10", className)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-quiet"
      />
    </div>
  );
}
