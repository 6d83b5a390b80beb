import type { ReactNode } from "react";

export type CommandItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  /** A few quiet words at the end of the line. */
  hint?: string;
  /** Other words that should find this. */
  keywords?: string[];
};

export type CommandGroup = { heading: string; items: CommandItem[] };

/** Answers what was typed; a server action may be passed. */
export type CommandSearch = (query: string) => Promise<CommandGroup[]>;
