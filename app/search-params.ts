import type { z } from "zod";

export type Search = Record<string, string | string[] | undefined>;

/**
 * A list's query from the page's address. What does not fit is left out rather than refused: an address somebody
 * typed or kept still shows the list. Empty values are as good as none.
 */
export function readSearch<S extends z.ZodObject>(schema: S, search: Search): z.output<S> {
  const given = Object.entries(search).filter(([name, value]) => name in schema.shape && typeof value === "string" && value !== "");
  const usable = given.filter(([name, value]) => (schema.shape[name] as z.ZodType).safeParse(value).success);
  return schema.parse(Object.fromEntries(usable));
}

/** A path with the given parameters; empty ones are left out. */
export function hrefWith(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
