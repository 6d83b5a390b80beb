"use client";
import { Check } from "lucide-react";
import { useState, type ReactNode } from "react";
import { cn } from "./cn";
import { ListboxField, ListboxOptions } from "./listbox-parts";
import { bestMatches } from "./text-match";
import { useListbox } from "./use-listbox";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A secondary line. */
  hint?: string;
  keywords?: string[];
  icon?: ReactNode;
};

export type ComboboxListProps = {
  options: readonly ComboboxOption[];
  value: string | null;
  onChoose: (option: ComboboxOption | null) => void;
  onSearch?: ((query: string) => void) | undefined;
  pending?: boolean | undefined;
  clearLabel?: string | undefined;
  searchPlaceholder: string;
  emptyText: string;
};

const textOf = (option: ComboboxOption) => [option.label, option.hint ?? "", ...(option.keywords ?? [])].join(" ");

const optionStyle =
  "flex min-h-10 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm select-none aria-selected:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

/** The text field and the options below it. */
export function ComboboxList(props: ComboboxListProps) {
  const { options, value, onChoose, onSearch, pending, clearLabel, searchPlaceholder, emptyText } = props;
  const [query, setQuery] = useState("");
  const matches = onSearch ? options : bestMatches(options, query, textOf);
  const choices: (ComboboxOption | null)[] =
    clearLabel && value !== null && query === "" ? [null, ...matches] : [...matches];
  const list = useListbox(choices.length, (index) => onChoose(choices[index] ?? null));
  return (
    <>
      <ListboxField
        list={list}
        label={searchPlaceholder}
        query={query}
        onQuery={(typed) => {
          setQuery(typed);
          onSearch?.(typed);
        }}
        isPending={pending ?? false}
        size="md"
      />
      <ListboxOptions list={list} label={searchPlaceholder} className="max-h-72">
        {choices.map((option, index) => (
          <div
            key={option?.value ?? ""}
            {...list.optionProps(index)}
            className={cn(optionStyle, !option && "text-quiet")}
          >
            {option?.icon}
            <span className="min-w-0 flex-1">
              <span className={cn("block truncate", option && option.value === value && "font-semibold")}>
                {option?.label ?? clearLabel}
              </span>
              {option?.hint ? <span className="block truncate text-quiet">{option.hint}</span> : null}
            </span>
            {option && option.value === value ? <Check aria-label="chosen" className="text-accent" /> : null}
          </div>
        ))}
      </ListboxOptions>
      <p role="status" className={choices.length > 0 ? "sr-only" : "px-3 py-6 text-center text-sm text-quiet"}>
        {choices.length > 0 ? "" : pending ? "Searching…" : emptyText}
      </p>
    </>
  );
}
