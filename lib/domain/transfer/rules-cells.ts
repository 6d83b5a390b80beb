import { z } from "zod";
import { emailAddress, phoneNumber, shortText } from "@/lib/platform/http/text";
import { AMBULANCE_KINDS } from "@/lib/domain/ambulances/status";
import { WARD_KINDS } from "@/lib/domain/beds/status";
import type { ImportKind } from "./status";

/**
 * What the cells of each kind of file may say. A cell is text; an empty one is one that says nothing. Messages never
 * repeat what was typed: it may be somebody's address.
 */
const optional = <T extends z.ZodType>(cell: T) => cell.optional();

/** `icu`, `ICU` and `Intensive`? Only the words of the list, whatever their case. */
function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z
    .string()
    .transform((typed) => typed.trim().toUpperCase().replace(/[\s-]+/g, "_"))
    .pipe(z.enum(words, `Must be one of ${words.join(", ")}`));
}

function wholeNumber(least: number, most: number) {
  const message = `Must be a whole number from ${least} to ${most}`;
  return z.string().trim().regex(/^\d{1,9}$/, message).transform(Number).pipe(z.number().min(least, message).max(most, message));
}

function degrees(most: number) {
  const message = `Must be degrees from -${most} to ${most} such as 52.5163`;
  return z
    .string()
    .trim()
    .regex(/^[-+]?\d{1,3}([.,]\d{1,10})?$/, message)
    .transform((typed) => Number(typed.replace(",", ".")))
    .pipe(z.number().min(-most, message).max(most, message));
}

const amount = z
  .string()
  .trim()
  .regex(/^\d{1,7}([.,]\d{1,2})?$/, "Must be an amount such as 80 or 80.50")
  .transform((typed) => Number(typed.replace(",", ".")));

const currency = z
  .string()
  .transform((typed) => typed.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{3}$/, "Must be a currency code such as EUR"));

const wardName = shortText(80);
const department = optional(shortText(80));

export const CELLS = {
  DEPARTMENTS: z.strictObject({ name: shortText(80) }),
  WARDS: z.strictObject({
    name: wardName,
    kind: oneOf(WARD_KINDS),
    department,
    cleaning_minutes: optional(wholeNumber(0, 1440)),
    daily_rate: optional(amount),
    currency: optional(currency),
  }),
  BEDS: z.strictObject({ ward: wardName, label: shortText(30) }),
  AMBULANCES: z.strictObject({
    registration: shortText(20),
    kind: oneOf(AMBULANCE_KINDS),
    crew_phone: phoneNumber,
    latitude: optional(degrees(90)),
    longitude: optional(degrees(180)),
  }),
  DOCTORS: z.strictObject({ email: emailAddress, department, message: optional(shortText(1000)) }),
} satisfies Record<ImportKind, z.ZodObject>;

/** A row of a file once its cells have been understood. */
export type RowOf<K extends ImportKind> = z.output<(typeof CELLS)[K]>;

/** What no two rows may share, and what the hospital may not have already; compared without regard to case. */
export const KEY_COLUMNS = {
  DEPARTMENTS: ["name"],
  WARDS: ["name"],
  BEDS: ["ward", "label"],
  AMBULANCES: ["registration"],
  DOCTORS: ["email"],
} as const satisfies Record<ImportKind, readonly string[]>;

/** The column that names one of the hospital's own departments or wards, if the kind has one. */
export const REFERENCES = {
  DEPARTMENTS: null,
  WARDS: "department",
  BEDS: "ward",
  AMBULANCES: null,
  DOCTORS: "department",
} as const satisfies Record<ImportKind, string | null>;

/** The columns of a kind in the order of its template, and whether a row can do without. */
export function columnsOf(kind: ImportKind): { name: string; isRequired: boolean }[] {
  return Object.entries(CELLS[kind].shape).map(([name, cell]) => ({ name, isRequired: !(cell instanceof z.ZodOptional) }));
}

/** The hospital's things are found by this, however they are written. */
export function keyOf(kind: ImportKind, row: Record<string, unknown>): string {
  return KEY_COLUMNS[kind].map((column) => String(row[column]).toLocaleLowerCase("en")).join("\u0001");
}
