import { z } from "zod";
import { ifGiven, localDate, nameText, phoneNumber } from "@/lib/platform/input/text";

/** What is said of a coming birthday. */
export const BORN_LATER = "Can't be in the future";

const HOUR = 3_600_000;
/** It is tomorrow already in the zone furthest ahead of UTC. */
const latestToday = () => new Date(Date.now() + 14 * HOUR).toISOString().slice(0, 10);

/** The earliest year of birth there is a form for. */
const EARLIEST = "1900-01-01";
const isTooEarly = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date) && date < EARLIEST;

/**
 * A day on which someone who lives can have been born. Whether it has come where they are is asked of the calendar of
 * the place that writes them down (`createPatientIn`).
 */
export const birthDate = z
  .string({ error: (issue) => (issue.input === undefined ? "Required" : "Must be a date such as 2030-01-31") })
  .refine((date) => !isTooEarly(date), { message: "Check the year: it must be 1900 or later", abort: true })
  .pipe(localDate)
  .refine((date) => date <= latestToday(), BORN_LATER)
  .meta({ format: "date" });

/** Someone without an account, as the desk, the ward or the crew writes them down. */
export const newPatientInput = z.strictObject({
  name: nameText(100),
  bornOn: ifGiven(birthDate),
  phone: ifGiven(phoneNumber),
});
export type NewPatient = z.output<typeof newPatientInput>;
