"use client";
import { useState } from "react";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { useNameSearch } from "./use-name-search";

export type NamePickerProps = {
  /** Looks up names; must be a stable function. */
  find: (name: string) => Promise<ActionResult<ComboboxOption[]>>;
  onChoose: (option: ComboboxOption | null) => void;
  placeholder: string;
  searchPlaceholder: string;
  /** Shown when no one has that name. */
  nobody: string;
};

/** Picks one of many, searched on the server by the start of a name. */
export function NamePicker({ find, onChoose, placeholder, searchPlaceholder, nobody }: NamePickerProps) {
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const search = useNameSearch(find);
  const options =
    chosen && !search.found.some(({ value }) => value === chosen.value) ? [chosen, ...search.found] : search.found;
  return (
    <Combobox
      value={chosen?.value ?? null}
      options={search.isTooShort && chosen ? [chosen] : options}
      onValueChange={(_value, option) => {
        setChosen(option);
        onChoose(option);
        search.setTyped("");
      }}
      onSearch={search.setTyped}
      pending={search.isPending}
      placeholder={placeholder}
      searchPlaceholder={searchPlaceholder}
      emptyText={search.failure ?? (search.isTooShort ? "Type at least two letters of the name." : nobody)}
    />
  );
}
