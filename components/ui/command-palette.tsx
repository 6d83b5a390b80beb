"use client";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useState, useSyncExternalStore } from "react";
import { cn } from "./cn";
import type { CommandGroup, CommandSearch } from "./command-types";
import { veilStyle } from "./dialog";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";
import { keywordFilter } from "./text-match";
import { useCommandSearch } from "./use-command-search";

export type CommandPaletteProps = { groups: CommandGroup[]; search?: CommandSearch; className?: string };

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
const never = () => () => undefined;

function useShortcut(): string {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘K" : "Ctrl K";
}

function Group({ group, onChoose }: { group: CommandGroup; onChoose: (href: string) => void }) {
  return (
    <Command.Group
      heading={group.heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-quiet"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.href}
          value={`${group.heading} ${item.label} ${item.href}`}
          keywords={[item.label, ...(item.keywords ?? [])]}
          onSelect={() => onChoose(item.href)}
          className="flex min-h-11 items-center gap-3 rounded-md px-2.5 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent [&_svg]:size-5 [&_svg]:shrink-0"
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate font-medium">{item.label}</span>
          {item.hint ? <span className="truncate text-quiet">{item.hint}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** ⌘K: any place and, with `search`, any thing, by typing. */
export function CommandPalette({ groups, search, className }: CommandPaletteProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const shortcut = useShortcut();
  const { query, setQuery, found, pending } = useCommandSearch(search);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const choose = (href: string) => {
    setOpen(false);
    setQuery("");
    router.push(href as Route);
  };

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        className={cn(
          "touch-target flex h-10 items-center gap-2.5 rounded-md px-2.5 text-sm text-quiet hover:bg-sunken lg:w-72 lg:border lg:border-line lg:bg-surface lg:px-3 lg:hover:border-line-strong lg:hover:bg-surface",
          className,
        )}
      >
        <Search aria-hidden className="size-5 text-ink lg:size-4 lg:text-quiet" />
        <span className="sr-only lg:not-sr-only lg:flex-1 lg:text-left">Search or go to…</span>
        <span aria-hidden className="hidden lg:inline"><Kbd>{shortcut}</Kbd></span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={veilStyle} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-line bg-raised shadow-raised outline-none data-[state=open]:animate-rise-in"
        >
          <Dialog.Title className="sr-only">Search or go to</Dialog.Title>
          <Command label="Search or go to" loop filter={keywordFilter}>
            <div className="flex items-center gap-3 border-b border-line px-4">
              {pending ? <Spinner className="size-5 text-quiet" /> : <Search aria-hidden className="size-5 text-quiet" />}
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder="Search or go to…"
                className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none"
              />
            </div>
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-sm text-quiet">
                {pending ? "Looking…" : "Nothing found. Try fewer letters."}
              </Command.Empty>
              {[...groups, ...found].map((group) => (
                <Group key={group.heading} group={group} onChoose={choose} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
