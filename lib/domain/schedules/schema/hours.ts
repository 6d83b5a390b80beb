import { z } from "zod";
import { parseLocalDate } from "@/lib/platform/time/iso-text";

const MAX_RULES = 100;
const MAX_EXCEPTIONS = 1_000;
const MAX_INTERVALS_PER_EXCEPTION = 48;

/** A local wall-clock time, `00:00` to `23:59`. */
const localTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time from 00:00 to 23:59, such as 09:30.");

/** A local time as an end: `24:00` is the midnight after. */
const localEndTimeSchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Enter a time from 00:00 to 24:00, such as 17:00.");

/** A calendar date that exists. */
export const localDateSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "Enter a date such as 2026-10-25.")
  .refine((date) => !Number.isNaN(parseLocalDate(date)), "This date doesn't exist.");

const span = { start: localTimeSchema, end: localEndTimeSchema };
const NOT_EMPTY = {
  path: ["end"],
  error: "The end must differ from the start. For a whole day, enter 00:00 to 24:00.",
};

/** Local times of one opening; an end that isn't after the start is on the next date. */
export const localIntervalSchema = z.strictObject(span).refine((one) => one.start !== one.end, NOT_EMPTY);

/** Weekly hours: ISO weekday 1 (Monday) to 7, optionally within inclusive dates. */
export const weeklyRuleSchema = z
  .strictObject({
    weekday: z.literal([1, 2, 3, 4, 5, 6, 7], "Enter an ISO weekday: 1 for Monday to 7 for Sunday."),
    ...span,
    validFrom: localDateSchema.nullish(),
    validTo: localDateSchema.nullish(),
  })
  .refine((rule) => rule.start !== rule.end, NOT_EMPTY)
  .refine((rule) => !rule.validFrom || !rule.validTo || rule.validFrom <= rule.validTo, {
    path: ["validTo"],
    error: "The last date must not be before the first.",
  });

const intervals = z.array(localIntervalSchema).max(MAX_INTERVALS_PER_EXCEPTION);

/** How one local date differs (docs/domain.md §2). An empty REPLACE is a day off, a BLOCK of `null` the whole day. */
export const hoursExceptionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("replace"), date: localDateSchema, intervals }),
  z.strictObject({ kind: z.literal("add"), date: localDateSchema, intervals: intervals.min(1) }),
  z.strictObject({ kind: z.literal("block"), date: localDateSchema, intervals: intervals.min(1).nullable() }),
]);

/** Removes duplicates: keeps the first of equal entries. */
function distinct<T>(list: T[]): T[] {
  const seen = new Set<string>();
  // Parsed values have their keys in the schema's order, however they were sent.
  return list.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}

export const rules = z.array(weeklyRuleSchema).max(MAX_RULES).overwrite(distinct);
export const exceptions = z.array(hoursExceptionSchema).max(MAX_EXCEPTIONS).overwrite(distinct);
