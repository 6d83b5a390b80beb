import { z } from "zod";
import { readCursor, writeCursor } from "./cursor";

/** Which page of a list is asked for. */
export type PageQuery = { limit: number; cursor?: string | undefined };
export type Page<T> = { items: T[]; nextCursor: string | null };

/**
 * A page under way: the position it begins after, and how many rows to read. `pageBy` makes the page of them: the one row
 * more than is shown only says that there is more. A position is the sort values of a row, the last of them unique.
 * Throws `invalid` on `cursor`.
 */
export function startPage<P extends Record<string, unknown>>({ limit, cursor }: PageQuery, position: z.ZodType<P>) {
  return {
    after: readCursor(position, cursor),
    take: limit + 1,
    pageBy: <T>(rows: T[], positionOf: (row: T) => P): Page<T> => {
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(positionOf(last)) : null };
    },
  };
}

/** The order of a list: by one column, and by id where that is the same. `keys` name both in the cursor. */
type Order<C extends string> = {
  column: C;
  direction: "asc" | "desc";
  keys: readonly [string, string];
  value: z.ZodType<string>;
};

export const NEWEST_FIRST = {
  column: "createdAt",
  direction: "desc",
  keys: ["c", "i"],
  value: z.iso.datetime(),
} as const satisfies Order<"createdAt">;
export const OLDEST_FIRST = { ...NEWEST_FIRST, direction: "asc" } as const satisfies Order<"createdAt">;
export const BY_NAME = {
  column: "name",
  direction: "asc",
  keys: ["n", "i"],
  value: z.string().max(300),
} as const satisfies Order<"name">;

type Sorted<C extends string> = { id: string } & Record<C, Date | string>;
type Beyond<C extends string> = Partial<Record<C, { lte?: string; gte?: string }>> & {
  OR?: (Partial<Record<C, { lt?: string; gt?: string }>> | { id: { lt?: string; gt?: string } })[];
};

/** The same for a list in such an order: `beyond` and `orderBy` are for the query, `pageOf` for what it reads. */
export function startSortedPage<C extends string>(query: PageQuery, { column, direction, keys, value }: Order<C>) {
  const [valueKey, idKey] = keys;
  const page = startPage(query, z.strictObject({ [valueKey]: value, [idKey]: z.uuid() }));
  const after = page.after && { value: String(page.after[valueKey]), id: String(page.after[idKey]) };
  const positionOf = (row: Sorted<C>) => {
    const sorted: Date | string = row[column];
    return { [valueKey]: sorted instanceof Date ? sorted.toISOString() : sorted, [idKey]: row.id };
  };
  return {
    after,
    beyond: after ? beyondOf(column, direction, after) : {},
    orderBy: [{ [column]: direction } as Record<C, "asc" | "desc">, { id: direction }],
    take: page.take,
    pageOf: <T extends Sorted<C>>(rows: T[]): Page<T> => page.pageBy(rows, positionOf),
    pageBy: <T>(rows: T[], sortedOf: (row: T) => Sorted<C>): Page<T> =>
      page.pageBy(rows, (row) => positionOf(sortedOf(row))),
  };
}

/** The first condition bounds the index scan; the second settles ties. */
function beyondOf<C extends string>(
  column: C,
  direction: "asc" | "desc",
  { value, id }: { value: string; id: string },
): Beyond<C> {
  const [bound, past] = direction === "asc" ? (["gte", "gt"] as const) : (["lte", "lt"] as const);
  return { [column]: { [bound]: value }, OR: [{ [column]: { [past]: value } }, { id: { [past]: id } }] } as Beyond<C>;
}
