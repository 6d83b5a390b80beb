import type { Route } from "next";
import type { ReactNode } from "react";

export type CommandItem = {
  label: string;
  icon?: ReactNode;
  /** A short secondary text at the end of the line. */
  hint?: ReactNode;
  /** Synonyms that should find this. */
  keywords?: string[];
} & (
  | { href: Route; run?: never }
  /** Run at once, without leaving the page. */
  | { run: () => void; href?: never }
);

export type CommandGroup = { heading: string; items: CommandItem[] };

/** Returns results for what was typed, in groups; throws when the search fails. */
export type CommandSearch = (query: string) => Promise<CommandGroup[]>;
