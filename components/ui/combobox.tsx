"use client";
import { Command } from "cmdk";
import { Check, ChevronsUpDown, Search } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { useId, useState, type ReactNode } from "react";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";
import { floatingStyle } from "./floating-style";
import { Spinner } from "./spinner";
import { keywordFilter } from "./text-match";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A quiet second line. */
  hint?: string;
  keywords?: string[];
  icon?: ReactNode;
};

export type ComboboxProps = {
  options: readonly ComboboxOption[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null, option: ComboboxOption | null) => void;
  /** Given: the caller searches (e.g. on the server) and passes the answer as `options`; nothing is filtered here. */
  onSearch?: (query: string) => void;
  /** The answer to the last search is under way. */
  pending?: boolean;
  /** A choice can be taken back. */
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

const itemStyle =
  "flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm select-none data-[selected=true]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

function Choices({ options, value, clearLabel, onChoose }: Pick<ComboboxProps, "options" | "clearLabel"> & {
  value: string | null;
  onChoose: (option: ComboboxOption | null) => void;
}) {
  return (
    <>
      {clearLabel && value !== null ? (
        <Command.Item value="" keywords={[clearLabel]} onSelect={() => onChoose(null)} className={cn(itemStyle, "text-quiet")}>
          {clearLabel}
        </Command.Item>
      ) : null}
      {options.map((option) => (
        <Command.Item
          key={option.value}
          value={option.value}
          keywords={[option.label, option.hint ?? "", ...(option.keywords ?? [])]}
          onSelect={() => onChoose(option)}
          className={itemStyle}
        >
          {option.icon}
          <span className="min-w-0 flex-1">
            <span className={cn("block truncate", option.value === value && "font-semibold")}>{option.label}</span>
            {option.hint ? <span className="block truncate text-quiet">{option.hint}</span> : null}
          </span>
          {option.value === value ? <Check aria-hidden className="text-accent" /> : null}
        </Command.Item>
      ))}
    </>
  );
}

/** One of many: opens, filters while one types, arrows and Enter choose, Escape leaves everything as it was. */
export function Combobox(props: ComboboxProps) {
  const { options, onSearch, pending, clearLabel, placeholder = "Choose…", searchPlaceholder = "Search…" } = props;
  const { emptyText = "Nothing found", disabled, className } = props;
  const bound = useFieldControl({ id: props.id, name: props.name });
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<ComboboxOption | null>(
    () => options.find((option) => option.value === props.defaultValue) ?? null,
  );
  const value = props.value === undefined ? (own?.value ?? null) : props.value;
  // A chosen option stays readable when a later search no longer contains it.
  const chosen = options.find((option) => option.value === value) ?? (own?.value === value ? own : null);
  const choose = (option: ComboboxOption | null) => {
    setOwn(option);
    props.onValueChange?.(option?.value ?? null, option);
    setOpen(false);
  };
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {bound.name ? <input type="hidden" name={bound.name} value={value ?? ""} /> : null}
      <Radix.Trigger
        id={bound.id}
        role="combobox"
        aria-haspopup="listbox"
        aria-controls={open ? listId : undefined}
        aria-label={props["aria-label"]}
        aria-describedby={bound["aria-describedby"]}
        aria-invalid={bound["aria-invalid"]}
        disabled={disabled}
        className={cn(controlStyle, controlHeight, "flex items-center justify-between gap-2 text-left", className)}
      >
        <span className={cn("min-w-0 truncate", !chosen && "text-quiet")}>{chosen?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-quiet" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className={cn(floatingStyle, "w-(--radix-popover-trigger-width) min-w-64 overflow-hidden")}
        >
          <Command label={searchPlaceholder} loop shouldFilter={!onSearch} filter={keywordFilter}>
            <div className="flex items-center gap-2.5 border-b border-line px-3">
              {pending ? <Spinner className="text-quiet" /> : <Search aria-hidden className="size-4 text-quiet" />}
              <Command.Input
                {...(onSearch ? { onValueChange: onSearch } : {})}
                placeholder={searchPlaceholder}
                className="h-11 min-w-0 flex-1 bg-transparent text-sm outline-none pointer-coarse:text-base"
              />
            </div>
            <Command.List id={listId} className="max-h-72 overflow-y-auto overscroll-contain p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-sm text-quiet">
                {pending ? "Looking…" : emptyText}
              </Command.Empty>
              <Choices options={options} value={value} onChoose={choose} {...(clearLabel ? { clearLabel } : {})} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
