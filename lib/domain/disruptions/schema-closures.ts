import { z } from "zod";
import { localDate, uuid } from "@/lib/platform/input/text";
import { checkRange } from "./schema/dates";
import { HOLIDAY_YEARS_AHEAD, MAX_HOLIDAYS } from "./status";

/** A department of a hospital is closed on these local dates, both included. */
const closure = { departmentId: uuid, from: localDate, to: localDate };
export const closureBody = z.strictObject(closure).superRefine(checkRange);
export const closureInput = z.strictObject({ hospitalId: uuid, ...closure }).superRefine(checkRange);
export type ClosureInput = z.output<typeof closureInput>;

/** Which country's public holidays, perhaps of one of its regions. */
export const calendarCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,6})?$/, "Enter a country such as DE, or with a region such as DE-BY.")
  .meta({ description: "A country by ISO 3166-1, perhaps with a region: `DE`, `DE-BY`." });

export const holidayYear = z.coerce.number().int().min(2000).max(2199);

export const holidaysQuery = z.strictObject({
  calendar: calendarCode.optional().meta({ description: "By default the one used last, else the hospital's country." }),
  year: holidayYear.optional().meta({ description: "By default this year, by the hospital's clock." }),
});

/** A hospital is closed on some of a calendar's public holidays. */
export const holidaysBody = z.strictObject({
  calendar: calendarCode,
  dates: z
    .array(localDate)
    .min(1, "Choose at least one holiday.")
    .max(MAX_HOLIDAYS)
    .meta({ description: `Public holidays of this year and the next ${HOLIDAY_YEARS_AHEAD}.` }),
});
export const holidaysInput = holidaysBody.extend({ hospitalId: uuid });
export type HolidaysInput = z.output<typeof holidaysInput>;

export const holidaysOutput = z.strictObject({
  calendar: z.string().nullable().meta({ description: "Null: nothing is known of the hospital's country." }),
  year: z.int(),
  holidays: z.array(
    z.strictObject({
      date: z.string().meta({ format: "date" }),
      name: z.string(),
      isClosed: z.boolean().meta({ description: "Whether the hospital is closed on it." }),
    }),
  ),
  calendars: z
    .array(z.strictObject({ code: z.string(), name: z.string() }))
    .meta({ description: "The country's calendars: its own, and those of its regions." }),
});
export type Holidays = z.infer<typeof holidaysOutput>;
