import type { z } from "zod";
import { openName } from "@/lib/domain/lookup/searched-name";
import type { Actor } from "@/lib/actor/actor";
import { isWrongCursor } from "@/lib/platform/input/cursor";
import { readFilters, withoutFilter, type ReadFilters } from "@/lib/platform/input/filters";

export type Search = Record<string, string | string[] | undefined>;

/** A list's query from its page's address, and what of it was not understood: the page says so (`LeftOutNote`). */
export function readSearch<S extends z.ZodObject>(schema: S, search: Search): ReadFilters<z.output<S>> {
  return readFilters(schema, Object.keys(schema.shape), search);
}

/** The name that an address carries sealed; one that this account did not search for is left out, and that is said. */
export function readName<T extends { name?: string | undefined }>(actor: Actor, read: ReadFilters<T>, search: Search) {
  const sealed = read.filter.name;
  const name = sealed === undefined ? undefined : openName(actor, sealed);
  return { name, read: sealed !== undefined && name === undefined ? withoutFilter(read, search, "name") : read };
}

/** A path with the given parameters; empty ones are left out. */
export function hrefWith(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** A page of a list, from where its address says. A cursor that is none of this list's shows the beginning instead. */
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

/** How many pages of a list an address asks to see at once: 1, unless it is a whole number up to `most`. */
export function pagesWanted(value: Search[string], most: number): number {
  const wanted = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.min(most, Math.max(1, wanted));
}
