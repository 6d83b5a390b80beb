import { z } from "zod";

/** Builders for query strings: text in, typed value out. The OpenAPI document uses `x-shape` instead of text. */

/** A whole number in plain decimal digits; `1e3`, `0x10` and blanks are refused. */
export function queryInt(min: number, max: number) {
  const message = `Must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^-?\d{1,15}$/, message)
    .transform(Number)
    .pipe(z.int(message).min(min, message).max(max, message))
    .meta({ "x-shape": { type: "integer", minimum: min, maximum: max } });
}

/** A decimal number such as a latitude or a fee. */
export function queryNumber(min: number, max: number) {
  const message = `Must be a number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,12})?$/, message)
    .transform(Number)
    .pipe(z.number(message).min(min, message).max(max, message))
    .meta({ "x-shape": { type: "number", minimum: min, maximum: max } });
}

/** `true` or `false`, nothing else. */
export const queryFlag = z
  .enum(["true", "false"], "Must be true or false")
  .transform((value) => value === "true")
  .meta({ "x-shape": { type: "boolean" } });

/** Items per page: 1 to 100, 20 by default. */
export const limit = queryInt(1, 100)
  .default(20)
  .meta({
    description: "Maximum number of items on the page.",
    "x-shape": { type: "integer", minimum: 1, maximum: 100, default: 20 },
  });

/** Where the next page starts: the `nextCursor` of the previous page. Only `readCursor` reads its content. */
export const cursor = z
  .string()
  .min(1, "Must not be empty")
  .max(1024, "Isn't a cursor for this list")
  .meta({ description: "The `nextCursor` of the previous page." });

/** A page of a list: `{ items, nextCursor }`, `nextCursor` null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
