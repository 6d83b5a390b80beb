"use client";
import { RadioGroup as Radix } from "radix-ui";
import { useContext, useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";
import { FieldContext, useFieldControl } from "./field-context";

/** One of several, each with room for a sentence. Inside a `Field` the field's label names the group. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  const field = useContext(FieldContext);
  const bound = useFieldControl(props);
  return (
    <Radix.Root
      aria-labelledby={props["aria-label"] ? undefined : field?.labelId}
      {...props}
      {...bound}
      className={cn("grid gap-2", className)}
    />
  );
}

export type RadioCardProps = Omit<ComponentProps<typeof Radix.Item>, "children"> & {
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
};

/** The whole card can be pressed. */
export function RadioCard({ label, hint, icon, className, ...props }: RadioCardProps) {
  const id = useId();
  return (
    <label
      className={cn(
        "flex min-h-11 items-center gap-3 rounded-md border border-line-strong/60 bg-surface px-4 py-3 text-sm hover:border-line-strong",
        "has-disabled:opacity-50 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft",
        className,
      )}
    >
      <Radix.Item
        {...props}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-[state=checked]:border-accent"
      >
        <Radix.Indicator className="size-2.5 rounded-full bg-accent" />
      </Radix.Item>
      {icon ? (
        <span aria-hidden className="text-quiet [&_svg]:size-5">
          {icon}
        </span>
      ) : null}
      <span className="min-w-0 flex-1">
        <span id={`${id}-label`} className="block font-semibold">
          {label}
        </span>
        {hint ? (
          <span id={`${id}-hint`} className="block text-quiet">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}

/** One of many short ones, side by side: a bed's number. */
export function RadioPill({ className, children, ...props }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      {...props}
      className={cn(
        "inline-flex h-9 min-w-11 items-center justify-center rounded-md border border-line-strong/60 bg-surface px-3 text-sm font-medium tabular hover:border-line-strong pointer-coarse:h-11",
        "data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:font-semibold data-[state=checked]:text-accent-ink",
        className,
      )}
    >
      {children}
    </Radix.Item>
  );
}
