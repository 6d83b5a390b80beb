import type { z } from "zod";

/** A filter in a page's address that was not understood and is left out of the list. */
export type LeftOut = { name: string; typed: string };

export type ReadFilters<T> = {
  filter: T;
  leftOut: LeftOut[];
  /** The address's query without what was left out. */
  rest: string;
};

type Search = Record<string, string | string[] | undefined>;

/** Positions in a list: an old or broken one leads to the start, and is no filter error. */
const PLACES = new Set(["cursor", "pages", "calls", "invited"]);

/**
 * Reads a list's filters from its page's address. What isn't understood is left out rather than refused, because a
 * typed or bookmarked address should still show the list; the page says what was left out. Empty values count as none;
 * the first of several values counts. `blame` names the filter at fault where the schema names one that isn't given.
 */
export function readFilters<S extends z.ZodType>(
  schema: S,
  names: readonly string[],
  search: Search,
  blame: (name: string, given: Record<string, string>) => string = (name) => name,
): ReadFilters<z.output<S>> {
  const leftOut: LeftOut[] = [];
  const given: Record<string, string> = {};
  const leave = (name: string, typed: string) => {
    if (!PLACES.has(name)) leftOut.push({ name, typed });
  };
  for (const name of names) {
    const [first, ...others] = [search[name] ?? []].flat().filter((value) => value.trim() !== "");
    if (first !== undefined) given[name] = first;
    for (const other of others) leave(name, other);
  }
  for (;;) {
    const parsed = schema.safeParse(given);
    if (parsed.success) return { filter: parsed.data, leftOut, rest: restOf(search, leftOut) };
    const faulty = new Set(
      parsed.error.issues.map(({ path }) => blame(String(path[0]), given)).filter((name) => name in given),
    );
    if (faulty.size === 0) throw parsed.error;
    for (const name of faulty) {
      leave(name, given[name] ?? "");
      delete given[name];
    }
  }
}

/** Leaves out one more filter, found invalid only by the stored data, such as an unknown specialty. */
export function withoutFilter<T extends object>(
  read: ReadFilters<T>,
  search: Search,
  name: keyof T & string,
): ReadFilters<T> {
  const typed = [search[name] ?? []].flat()[0] ?? "";
  const leftOut = [...read.leftOut, { name, typed }];
  return { filter: { ...read.filter, [name]: undefined }, leftOut, rest: restOf(search, leftOut) };
}

function restOf(search: Search, leftOut: LeftOut[]): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(search)) {
    for (const value of [values ?? []].flat())
      if (!leftOut.some((one) => one.name === name && one.typed === value)) query.append(name, value);
  }
  return query.toString();
}
