"use client";
import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

type Segment<Value extends string> = { value: Value; label: ReactNode; disabled?: boolean };

export type SegmentedControlProps<Value extends string> = {
  /** What is selected here; read aloud. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** One of a few, always one: day or week, in person or video. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onValueChange, className } = props;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next);
        if (chosen) onValueChange(chosen.value);
      }}
      className={cn("inline-flex max-w-full gap-0.5 overflow-x-auto rounded-md bg-sunken p-1", className)}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled ?? false}
          className={cn(
            "flex h-8 shrink-0 items-center justify-center gap-2 rounded-[5px] border border-transparent px-3 text-sm font-medium text-quiet hover:text-ink",
            "disabled:opacity-50 data-[state=on]:border-line data-[state=on]:bg-surface data-[state=on]:font-semibold data-[state=on]:text-ink pointer-coarse:h-11",
            "dark:data-[state=on]:border-line-strong [&_svg]:size-4",
          )}
        >
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
