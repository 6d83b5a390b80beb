"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";
import { floatingStyle } from "./floating-style";

type SelectOption = { value: string; label: ReactNode; disabled?: boolean };
type SelectGroup = { label: string; options: SelectOption[] };

export type SelectProps = Omit<ComponentProps<typeof Radix.Root>, "children"> & {
  options: readonly (SelectOption | SelectGroup)[];
  placeholder?: string;
  id?: string;
  "aria-label"?: string;
  className?: string;
};

function Option({ option }: { option: SelectOption }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className="relative flex min-h-9 cursor-default items-center rounded-md py-1.5 pr-9 pl-2.5 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken data-[state=checked]:font-semibold pointer-coarse:min-h-11"
    >
      <Radix.ItemText>{option.label}</Radix.ItemText>
      <Radix.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}

function SelectList({ options }: Pick<SelectProps, "options">) {
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          floatingStyle,
          "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden",
        )}
      >
        <Radix.Viewport className="p-1.5">
          {options.map((option) =>
            "options" in option ? (
              <Radix.Group key={option.label}>
                <Radix.Label className="px-2.5 pt-2 pb-1 text-xs font-semibold text-quiet">{option.label}</Radix.Label>
                {option.options.map((inner) => (
                  <Option key={inner.value} option={inner} />
                ))}
              </Radix.Group>
            ) : (
              <Option key={option.value} option={option} />
            ),
          )}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

/**
 * The label of a value known in advance: rendered by the server, because Radix would fill it in only in the browser.
 */
function labelOf(options: SelectProps["options"], value: string | undefined): ReactNode {
  return options.flatMap((one) => ("options" in one ? one.options : [one])).find((option) => option.value === value)
    ?.label;
}

/** One of a short, known list. For long lists use `Combobox`. */
export function Select({
  options,
  placeholder = "Choose…",
  id,
  className,
  "aria-label": label,
  ...props
}: SelectProps) {
  const { name, required, ...bound } = useFieldControl({ id, name: props.name, required: props.required });
  return (
    <Radix.Root {...props} {...(name ? { name } : {})} {...(required ? { required } : {})}>
      <Radix.Trigger
        {...bound}
        aria-label={label}
        className={cn(
          controlStyle,
          controlHeight,
          "flex items-center justify-between gap-2 text-left data-placeholder:text-quiet",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder}>{labelOf(options, props.value)}</Radix.Value>
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-quiet" />
        </Radix.Icon>
      </Radix.Trigger>
      <SelectList options={options} />
    </Radix.Root>
  );
}
