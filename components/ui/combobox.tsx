"use client";
import { ChevronsUpDown } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { useState } from "react";
import { cn } from "./cn";
import { ComboboxList, type ComboboxOption } from "./combobox-list";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";
import { floatingStyle } from "./floating-style";

export type { ComboboxOption } from "./combobox-list";

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null, option: ComboboxOption | null) => void;
  /**
   * If given, the caller searches (e.g. on the server) and passes the results as `options`; nothing is filtered here.
   */
  onSearch?: (query: string) => void;
  /** The answer to the last search is pending. */
  pending?: boolean;
  /** The selection can be cleared, with this label. */
  clearLabel?: string;
  placeholder?: string;
  searchPlaceholder?: string;
  emptyText?: string;
  /** Sent with the form under this name. */
  name?: string;
  id?: string;
  disabled?: boolean;
  "aria-label"?: string;
  className?: string;
};

/** One of many: opens, filters while typing, arrows and Enter select, Escape changes nothing. */
export function Combobox(props: ComboboxProps) {
  const { options, placeholder = "Choose…", searchPlaceholder = "Search…", emptyText = "Nothing found" } = props;
  const bound = useFieldControl({ id: props.id, name: props.name });
  const { open, setOpen, value, chosen, choose } = useSelection(props);
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {bound.name ? <input type="hidden" name={bound.name} value={value ?? ""} /> : null}
      <Radix.Trigger
        id={bound.id}
        role="combobox"
        aria-label={props["aria-label"]}
        aria-describedby={bound["aria-describedby"]}
        aria-invalid={bound["aria-invalid"]}
        disabled={props.disabled}
        className={cn(
          controlStyle,
          controlHeight,
          "flex items-center justify-between gap-2 text-left",
          props.className,
        )}
      >
        <span className={cn("min-w-0 truncate", !chosen && "text-quiet")}>{chosen?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-quiet" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={searchPlaceholder}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className={cn(floatingStyle, "w-(--radix-popover-trigger-width) min-w-64 overflow-hidden")}
        >
          <ComboboxList
            options={options}
            value={value}
            onChoose={choose}
            onSearch={props.onSearch}
            pending={props.pending}
            clearLabel={props.clearLabel}
            searchPlaceholder={searchPlaceholder}
            emptyText={emptyText}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Whether the list is open, and which option is chosen: the caller's, or without one its own. */
function useSelection({ options, defaultValue, onValueChange, ...props }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<ComboboxOption | null>(
    () => options.find((option) => option.value === defaultValue) ?? null,
  );
  const value = props.value === undefined ? (own?.value ?? null) : props.value;
  // A selected option stays readable when a later search no longer contains it.
  const chosen = options.find((option) => option.value === value) ?? (own?.value === value ? own : null);
  const choose = (option: ComboboxOption | null) => {
    setOwn(option);
    onValueChange?.(option?.value ?? null, option);
    setOpen(false);
  };
  return { open, setOpen, value, chosen, choose };
}
