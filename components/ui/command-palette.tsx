"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useState, useSyncExternalStore } from "react";
import { cn } from "./cn";
import { CommandList } from "./command-list";
import type { CommandGroup, CommandItem, CommandSearch } from "./command-types";
import { veil } from "./dialog";
import { Kbd } from "./kbd";
import { leave } from "./leave";

export type CommandPaletteProps = { groups: CommandGroup[]; search?: CommandSearch; className?: string };

const LABEL = "Search or go to…";
const subscribeOnline = (changed: () => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};
const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
const never = () => () => undefined;

function useShortcut(): string {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘K" : "Ctrl K";
}

function useOnline(): boolean {
  return useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
}

/** Whether the palette is open; ⌘K or Ctrl K opens and closes it. */
function useOpenByKey() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return [open, setOpen] as const;
}

/** Opens on ⌘K: finds pages by typing and, with `search`, people, visits and beds. */
export function CommandPalette({ groups, search, className }: CommandPaletteProps) {
  const router = useRouter();
  const shortcut = useShortcut();
  const isOnline = useOnline();
  const [open, setOpen] = useOpenByKey();
  const choose = ({ href, run }: CommandItem) => {
    setOpen(false);
    if (run) run();
    else leave.by(() => router.push(href));
  };

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        className={cn(
          "touch-target flex h-10 items-center gap-2.5 rounded-md px-2.5 text-sm text-quiet hover:bg-sunken",
          "lg:w-72 lg:border lg:border-line lg:bg-surface lg:px-3 lg:hover:border-line-strong lg:hover:bg-surface",
          className,
        )}
      >
        <Search aria-hidden className="size-5 text-ink lg:size-4 lg:text-quiet" />
        <span className="sr-only lg:not-sr-only lg:flex-1 lg:text-left">{LABEL}</span>
        <span aria-hidden className="hidden lg:inline">
          <Kbd>{shortcut}</Kbd>
        </span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay {...veil} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-lg border border-line bg-raised shadow-raised outline-none data-[state=open]:animate-rise-in"
        >
          <Dialog.Title className="sr-only">Search or go to</Dialog.Title>
          <CommandList label={LABEL} groups={groups} search={search} onChoose={choose} isOffline={!isOnline} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
