import type { ReactNode } from "react";

export type CommandItem = {
  label: string;
  icon?: ReactNode;
  /** A few quiet words at the end of the line. */
  hint?: ReactNode;
  /** Other words that should find this. */
  keywords?: string[];
} & (
  | { href: string; run?: never }
  /** Done at once, without leaving the page. */
  | { run: () => void; href?: never }
);

export type CommandGroup = { heading: string; items: CommandItem[] };

/** Answers what was typed, in groups; throws where nothing can be known. */
export type CommandSearch = (query: string) => Promise<CommandGroup[]>;
