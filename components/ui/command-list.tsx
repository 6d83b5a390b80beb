"use client";
import { useState } from "react";
import type { CommandGroup, CommandItem, CommandSearch } from "./command-types";
import { Button } from "./button";
import { ListboxField, ListboxOptions } from "./listbox-parts";
import { bestMatches, matchScore } from "./text-match";
import { useCommandSearch } from "./use-command-search";
import { useListbox } from "./use-listbox";

const textOf = (item: CommandItem) => [item.label, ...(item.keywords ?? [])].join(" ");

export type CommandListProps = {
  label: string;
  groups: CommandGroup[];
  search: CommandSearch | undefined;
  onChoose: (item: CommandItem) => void;
  /** The server can't be reached. */
  isOffline: boolean;
};

/** The search field and its results: pages at once, things as soon as the server has answered. */
export function CommandList({ label, groups, search, onChoose, isOffline }: CommandListProps) {
  const [query, setQuery] = useState("");
  const { found, pending, failed, retry } = useCommandSearch(isOffline ? undefined : search, query);
  const local = byBest(
    groups.map((group) => ({ ...group, items: bestMatches(group.items, query, textOf) })),
    query,
  );
  const shown = [...local, ...found].filter((group) => group.items.length > 0);
  const items = shown.flatMap((group) => group.items);
  const list = useListbox(items.length, (index) => {
    const item = items[index];
    if (item) onChoose(item);
  });
  return (
    <>
      <ListboxField list={list} label={label} query={query} onQuery={setQuery} isPending={pending} size="lg" />
      <ListboxOptions list={list} label={label} className="max-h-[min(26rem,60dvh)]">
        {shown.map((group) => (
          <div key={group.heading} role="group" aria-label={group.heading}>
            <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs font-semibold text-quiet">
              {group.heading}
            </p>
            {group.items.map((item) => (
              <div
                key={`${item.href ?? ""} ${item.label}`}
                {...list.optionProps(items.indexOf(item))}
                className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2.5 text-sm aria-selected:bg-accent-soft aria-selected:text-accent [&_svg]:size-5 [&_svg]:shrink-0"
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate font-medium">{item.label}</span>
                {item.hint ? <span className="max-w-[50%] truncate text-quiet">{item.hint}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </ListboxOptions>
      <SearchStatus
        status={{ count: items.length, isAsked: query.trim() !== "", pending, failed, isOffline }}
        onRetry={retry}
      />
    </>
  );
}

/** The group with the best match comes first; without words the order stays. */
function byBest(groups: CommandGroup[], query: string): CommandGroup[] {
  if (query.trim() === "") return groups;
  const scoreOf = ({ items: [best] }: CommandGroup) => (best ? matchScore(textOf(best), query) : 0);
  return [...groups].sort((a, b) => scoreOf(b) - scoreOf(a));
}

type Status = { count: number; isAsked: boolean; pending: boolean; failed: boolean; isOffline: boolean };

function SearchStatus({ status, onRetry }: { status: Status; onRetry: () => void }) {
  const { count, failed, isOffline } = status;
  return (
    <div
      role="status"
      className={
        count > 0 && !failed && !isOffline
          ? "sr-only"
          : "border-t border-line px-4 py-3 text-sm text-quiet first:border-t-0"
      }
    >
      {statusOf(status)}
      {failed ? (
        <Button variant="quiet" size="sm" className="ml-2" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

function statusOf({ count, isAsked, pending, failed, isOffline }: Status): string {
  if (isOffline) return "You're offline: only pages and commands are found.";
  if (failed) return "The search failed.";
  if (pending) return "Searching…";
  if (count === 0) return "Nothing found. Try fewer letters.";
  return isAsked ? `${count} found` : "";
}
