import { z } from "zod";
import { ifGiven, localDate, nameText, phoneNumber } from "@/lib/platform/input/text";

/** What a patient is to the account that acts for them. */
export const relation = z.enum(["SELF", "CHILD", "PARENT", "SPOUSE", "OTHER"]);
export type Relation = z.output<typeof relation>;

/** What acting for someone covers. */
export const accessScope = z.enum(["BOOK", "READ", "ALL"]).meta({
  description: "BOOK: appointments, stays and ambulances. READ: the record, and the appointments behind it. ALL: both.",
});
export type AccessScope = z.output<typeof accessScope>;

/** Why a doctor reads a record. */
export const readingPurpose = z.enum(["TREATMENT", "SHARED", "EMERGENCY"]).meta({
  description: "TREATMENT: a visit. SHARED: given by the patient. EMERGENCY: opened without asking them.",
});
export type ReadingPurpose = z.output<typeof readingPurpose>;

/** The error for a birth date in the future. */
export const BORN_LATER = "Can't be in the future";

const HOUR = 3_600_000;
/** It is already tomorrow in the zone furthest ahead of UTC. */
const latestToday = () => new Date(Date.now() + 14 * HOUR).toISOString().slice(0, 10);

/** The earliest year of birth accepted. */
const EARLIEST = "1900-01-01";
const isTooEarly = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date) && date < EARLIEST;

/**
 * A possible birth date of a living person. The place's calendar decides whether it is in the future
 * (`createPatientIn`).
 */
export const birthDate = z
  .string({ error: (issue) => (issue.input === undefined ? "Required" : "Must be a date such as 2030-01-31") })
  .refine((date) => !isTooEarly(date), { message: "Check the year: it must be 1900 or later", abort: true })
  .pipe(localDate)
  .refine((date) => date <= latestToday(), BORN_LATER)
  .meta({ format: "date" });

/** A patient without an account, as the desk, the ward or the crew enters them. */
export const newPatientInput = z.strictObject({
  name: nameText(100),
  bornOn: ifGiven(birthDate),
  phone: ifGiven(phoneNumber),
});
export type NewPatient = z.output<typeof newPatientInput>;
