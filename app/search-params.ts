import type { z } from "zod";
import { openName } from "@/lib/domain/lookup/searched-name";
import type { Actor } from "@/lib/actor/actor";
import { isWrongCursor } from "@/lib/platform/input/cursor";
import { readFilters, withoutFilter, type ReadFilters } from "@/lib/platform/input/filters";

export type Search = Record<string, string | string[] | undefined>;

/** Reads a list's query from its page's address, with what was not understood: the page says so (`LeftOutNote`). */
export function readSearch<S extends z.ZodObject>(schema: S, search: Search): ReadFilters<z.output<S>> {
  return readFilters(schema, Object.keys(schema.shape), search);
}

/** Unseals the name in an address; one that this account did not search for is left out and reported. */
export function readName<T extends { name?: string | undefined }>(actor: Actor, read: ReadFilters<T>, search: Search) {
  const sealed = read.filter.name;
  const name = sealed === undefined ? undefined : openName(actor, sealed);
  return { name, read: sealed !== undefined && name === undefined ? withoutFilter(read, search, "name") : read };
}

/** Loads a page of a list from the address's position. An invalid cursor shows the start instead. */
export async function loadFrom<T>(
  cursor: string | undefined,
  load: (cursor: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await load(cursor);
  } catch (error) {
    if (cursor === undefined || !isWrongCursor(error)) throw error;
    return load(undefined);
  }
}

/** Returns how many pages of a list an address requests at once: 1, unless it is a whole number up to `most`. */
export function pagesWanted(value: Search[string], most: number): number {
  const wanted = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.min(most, Math.max(1, wanted));
}
