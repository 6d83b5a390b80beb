import { z } from "zod";
import { readEmail } from "@/lib/platform/text/email";
import { cleanPhone, isPhone } from "@/lib/platform/text/phone";
import { hasLetter, isVisible } from "@/lib/platform/text/visible";
import { DAY_MS, instantText, parseLocalDate } from "@/lib/platform/time/iso-text";
import { isTimeZone } from "@/lib/platform/time/zone-name";

/**
 * Builders for everything people and machines type. Strings are trimmed, NFC-normalised (one spelling per word,
 * whatever the keyboard), limited in length and free of control characters. Safe in the browser: forms and routes
 * validate the same way.
 */

// Cc without the line breaks and tab a text area may contain; line and paragraph separators; bidi overrides, which can
// disguise a name as another.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
const CONTROL_BUT_BREAKS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

const given = (message: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "Required" : message);
const clean = (value: string) => value.trim().normalize("NFC");

function text(max: number, refused: RegExp) {
  return z
    .string({ error: given("Must be text") })
    .overwrite(clean)
    .max(max, `At most ${max} characters`)
    .refine((value) => !refused.test(value) && !LONE_SURROGATE.test(value), "Contains characters that are not allowed");
}

const EMPTY = "Must not be empty";

/** One line of text, 1 to `max` characters, at least one of them visible. */
export function shortText(max: number) {
  return text(max, CONTROL)
    .min(1, EMPTY)
    .refine((value) => value === "" || isVisible(value), EMPTY);
}

/** The name of a person, a place or a thing: one line with a letter or a digit. */
export function nameText(max: number) {
  return shortText(max).refine((value) => !isVisible(value) || hasLetter(value), "Needs at least one letter");
}

/** One line of text that may be empty. */
export function optionalText(max: number) {
  return text(max, CONTROL);
}

/** Text with line breaks, 1 to `max` characters, at least one of them visible; CRLF becomes LF. */
export function longText(max: number) {
  return optionalLongText(max)
    .min(1, EMPTY)
    .refine((value) => value === "" || isVisible(value), EMPTY);
}

/** The same, possibly empty. */
export function optionalLongText(max: number) {
  return z
    .string({ error: given("Must be text") })
    .overwrite((value) => clean(value.replace(/\r\n?/g, "\n")))
    .max(max, `At most ${max} characters`)
    .refine(
      (value) => !CONTROL_BUT_BREAKS.test(value) && !LONE_SURROGATE.test(value),
      "Contains characters that are not allowed",
    );
}

/**
 * An email address as `readEmail` normalises it, so that two accounts never differ by case or the script of a domain.
 */
export const emailAddress = z
  .string({ error: given("Must be an email address") })
  .overwrite((value) => readEmail(value) ?? clean(value))
  .max(254, "At most 254 characters")
  .refine((value) => readEmail(value) !== null, "Must be an email address such as name@example.org")
  .meta({ format: "email" });

/**
 * A phone number as typed, without invisible characters; `readPhone` converts it to what is stored. 5 to 20 digits and
 * an extension.
 */
export const phoneNumber = z
  .string({ error: given("Must be a phone number") })
  .overwrite(cleanPhone)
  .max(40, "At most 40 characters")
  .refine(isPhone, "Must be a phone number such as +49 30 1234567");

/** A phone number for emergencies, accepted in any spelling. */
export const anyPhone = z
  .string({ error: given("Must be text") })
  .overwrite((value) => cleanPhone(value.replace(/\p{C}/gu, "")).slice(0, 60))
  .min(1, EMPTY);

const isBlank = (value: unknown) => typeof value === "string" && !isVisible(value);
/** Input that may also be blank; the type says so, because a preprocessed field's type says nothing. */
type OrBlank<T extends z.ZodType, Nothing> = z.ZodType<z.output<T> | Nothing, z.input<T> | Nothing | "">;

/** A field that forms may leave empty: blank means "not set". A change without it keeps the stored value. */
export function orNull<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (isBlank(value) ? null : value), field.nullable()) as unknown as OrBlank<T, null>;
}

/** The same for a field that is absent when not set. */
export function ifGiven<T extends z.ZodType>(field: T) {
  return z
    .preprocess((value) => (isBlank(value) ? undefined : value), field.optional())
    .optional() as unknown as z.ZodOptional<OrBlank<T, undefined>>;
}

/** A web address that is safe to link to: https, without a name or password, at most 500 characters. */
export const httpsUrl = z
  .string({ error: given("Must be an address such as https://video.example.org/room") })
  .overwrite(clean)
  .max(500, "At most 500 characters")
  .refine(isHttpsUrl, "Must be an address such as https://video.example.org/room")
  .meta({ format: "uri" });

function isHttpsUrl(value: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\]+$/.test(value) || CONTROL.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return hostname.includes(".") && username === "" && password === "";
}

const UUID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** Tells whether PostgreSQL reads the text as a uuid. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** Any UUID, lower-cased; ours are version 7, others may be older. */
export const uuid = z
  .string({ error: given("Must be a UUID") })
  .regex(UUID, "Must be a UUID")
  .overwrite((value) => value.toLowerCase())
  .meta({ format: "uuid" });

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i;
// The usual spelling, on a day every month has, needs no computation. Answers contain hundreds of these.
const PLAIN_INSTANT = /^(?:19|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const OLDEST = Date.UTC(1900, 0, 1);
const NEWEST = Date.UTC(2200, 0, 1);

/** Formats an instant as `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only when there are some. */
function spellInstant(value: string): string {
  if (PLAIN_INSTANT.test(value) || !isInstant(value)) return value;
  return instantText(new Date(value));
}

function isInstant(value: string): boolean {
  if (PLAIN_INSTANT.test(value)) return true;
  if (!INSTANT.test(value) || !isCalendarDate(value.slice(0, 10))) return false;
  const at = Date.parse(value);
  return at >= OLDEST && at < NEWEST;
}

/** ISO 8601 with `Z` or an offset, from 1900 to 2199; normalised to UTC `Z`. */
export const instant = z
  .string({ error: given("Must be an instant such as 2030-01-31T09:30:00Z") })
  .refine(isInstant, "Must be an instant such as 2030-01-31T09:30:00Z")
  .overwrite(spellInstant)
  .meta({ format: "date-time" });

function isCalendarDate(value: string): boolean {
  const at = parseLocalDate(value) * DAY_MS;
  return at >= OLDEST && at < NEWEST;
}

/** A calendar date `YYYY-MM-DD`, from 1900 to 2199. */
export const localDate = z
  .string({ error: given("Must be a date such as 2030-01-31") })
  .refine(isCalendarDate, "Must be a date such as 2030-01-31")
  .meta({ format: "date" });

/** An IANA time zone the rules know, e.g. `Asia/Kathmandu`. */
export const timeZone = z
  .string({ error: given("Must be a time zone such as Europe/Berlin") })
  .max(64, "At most 64 characters")
  .refine(isTimeZone, "Must be a time zone such as Europe/Berlin");

/** An object's version, as in its `ETag`. */
export const version = z.int().min(1);

/** Which thing a form changes, and the version its reader has read, where they say it. */
export const idAndVersion = { id: uuid, version: version.optional() };
