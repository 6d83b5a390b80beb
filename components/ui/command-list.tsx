"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import type { CommandGroup, CommandItem, CommandSearch } from "./command-types";
import { Spinner } from "./spinner";
import { bestMatches } from "./text-match";
import { useCommandSearch } from "./use-command-search";
import { useListbox } from "./use-listbox";

const textOf = (item: CommandItem) => [item.label, ...(item.keywords ?? [])].join(" ");

export type CommandListProps = {
  label: string;
  groups: CommandGroup[];
  search: CommandSearch | undefined;
  onChoose: (href: string) => void;
};

/** What one types and what it finds: places at once, things as soon as the server has answered. */
export function CommandList({ label, groups, search, onChoose }: CommandListProps) {
  const [query, setQuery] = useState("");
  const { found, pending } = useCommandSearch(search, query);
  const local = groups.map((group) => ({ ...group, items: bestMatches(group.items, query, textOf) }));
  const shown = [...local, ...found].filter((group) => group.items.length > 0);
  const items = shown.flatMap((group) => group.items);
  const list = useListbox(items.length, (index) => {
    const item = items[index];
    if (item) onChoose(item.href);
  });
  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        {pending ? <Spinner className="size-5 text-quiet" /> : <Search aria-hidden className="size-5 text-quiet" />}
        <input
          {...list.fieldProps}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            list.setActive(0);
          }}
          aria-label={label}
          placeholder={label}
          className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      <div id={list.listId} role="listbox" aria-label={label} className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5 empty:hidden">
        {shown.map((group) => (
          <div key={group.heading} role="group" aria-label={group.heading}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-semibold text-quiet">
              {group.heading}
            </p>
            {group.items.map((item) => (
              <div
                key={item.href}
                {...list.optionProps(items.indexOf(item))}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2.5 text-sm aria-selected:bg-accent-soft aria-selected:text-accent [&_svg]:size-5 [&_svg]:shrink-0"
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate font-medium">{item.label}</span>
                {item.hint ? <span className="truncate text-quiet">{item.hint}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={items.length > 0 ? "sr-only" : "px-3 py-8 text-center text-sm text-quiet"}>
        {items.length > 0 ? "" : pending ? "Looking…" : "Nothing found. Try fewer letters."}
      </p>
    </>
  );
}
