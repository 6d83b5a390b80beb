import { type z } from "zod";
import { inviteInput } from "@/lib/domain/affiliations/schema";
import { ambulanceInput } from "@/lib/domain/ambulances/schema";
import { addBedBody, addWardBody } from "@/lib/domain/beds/schema";
import { newRegistration } from "@/lib/domain/registrations/schema";
import { inviteStaffBody } from "@/lib/domain/staff/schema";
import { departmentBody } from "@/lib/domain/staff/schema-departments";
import { amountMinor, type DecimalSign } from "@/lib/platform/money/amount";
import { CURRENCIES } from "@/lib/platform/money/currencies";
import { nameKey, registrationKey } from "@/lib/platform/text/label-key";
import { readDate } from "./dates";
import { COLUMN_NAMES, type ColumnName, type ImportKind } from "../status";

/**
 * The row schema of each kind: the input of the route that adds one, field by field from the cells. A file is validated
 * by that very schema, so that it can create nothing the API would not.
 */
export const ROWS = {
  DEPARTMENTS: departmentBody,
  WARDS: addWardBody,
  BEDS: addBedBody,
  AMBULANCES: ambulanceInput,
  DOCTORS: inviteInput,
  STAFF: inviteStaffBody,
  PATIENTS: newRegistration,
} as const satisfies Record<ImportKind, z.ZodType>;

/** A row of a file after parsing. */
export type RowOf<K extends ImportKind> = z.output<(typeof ROWS)[K]>;

/** What parsing a cell needs: the file's decimal sign, the other cells, and the hospital's things by name. */
export type CellContext = {
  decimalSign: DecimalSign;
  row: Readonly<Record<string, string>>;
  names: ReadonlyMap<string, string>;
};

/** A cell the schema can't validate. */
export class Unreadable {
  constructor(readonly message: string) {}
}

type Column = {
  /** Its path in the row. */
  path: readonly [string, ...string[]];
  isRequired: boolean;
  read: (cell: string, context: CellContext) => unknown;
};

const requiredText = (field: string): Column => ({ path: [field], isRequired: true, read: (cell) => cell });
const optionalText = (field: string): Column => ({ ...requiredText(field), isRequired: false });

/** `icu`, `ICU`: the words of a list, in any case. */
const word = (field: string): Column => ({
  path: [field],
  isRequired: true,
  read: (cell) =>
    cell
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, "_"),
});

function number(field: string, example: string): Column {
  const message = `Must be a number such as ${example}`;
  return {
    path: [field],
    isRequired: false,
    read: (cell, { decimalSign }) => {
      const plain = cell.trim().replace(decimalSign, ".");
      return /^[-+]?\d{1,9}(\.\d{1,17})?$/.test(plain) ? Number(plain) : new Unreadable(message);
    },
  };
}

function reference(field: string, thing: string, isRequired: boolean): Column {
  return {
    path: [field],
    isRequired,
    read: (cell, { names }) => names.get(nameKey(cell)) ?? new Unreadable(`The hospital has no ${thing} of this name`),
  };
}

const currencyOf = ({ row }: CellContext) => (row.currency ?? "").trim().toUpperCase();

const rate: Column = {
  path: ["dailyRate", "amountMinor"],
  isRequired: false,
  read: (cell, context) => {
    const said = currencyOf(context);
    const currency = CURRENCIES.has(said) ? said : "KWD";
    const minor = amountMinor(cell, currency, context.decimalSign);
    if (minor === null || Number.isNaN(minor))
      return new Unreadable(`Must be an amount such as ${exampleOf(currency, context.decimalSign)}`);
    // Without a currency there are no decimals to count: the error is the currency's.
    return currency === said ? minor : 0;
  },
};

const rateCurrency: Column = { path: ["dailyRate", "currency"], isRequired: false, read: (cell) => cell };

function exampleOf(currency: string, sign: DecimalSign): string {
  const decimals = CURRENCIES.get(currency)?.decimals ?? 2;
  return decimals === 0 ? "80" : `80${sign}5${"0".repeat(decimals - 1)}`;
}

const bornOn: Column = {
  path: ["patient", "bornOn"],
  isRequired: false,
  read: (cell) => readDate(cell) ?? new Unreadable("Must be a date such as 1962-11-05 or 5.11.1962"),
};

const ANSWERS: Record<string, boolean> = { yes: true, true: true, "1": true, no: false, false: false, "0": false };
const yesOrNo = (field: string): Column => ({
  path: [field],
  isRequired: false,
  read: (cell) => ANSWERS[cell.trim().toLowerCase()] ?? new Unreadable("Must be yes or no"),
});

const CELLS: { [Kind in ImportKind]: Record<ColumnName<Kind>, Column> } = {
  DEPARTMENTS: { name: requiredText("name") },
  WARDS: {
    name: requiredText("name"),
    kind: word("kind"),
    department: reference("departmentId", "department", false),
    cleaning_minutes: number("cleaningMinutes", "45"),
    daily_rate: rate,
    currency: rateCurrency,
  },
  BEDS: { ward: reference("wardId", "ward", true), label: requiredText("label") },
  AMBULANCES: {
    registration: requiredText("registration"),
    kind: word("kind"),
    crew_phone: requiredText("crewPhone"),
    latitude: number("latitude", "52.5163"),
    longitude: number("longitude", "13.3777"),
  },
  DOCTORS: {
    email: requiredText("email"),
    department: reference("departmentId", "department", false),
    message: optionalText("message"),
  },
  STAFF: { email: requiredText("email"), role: word("role") },
  PATIENTS: {
    record_number: optionalText("recordNumber"),
    name: { ...requiredText("patient"), path: ["patient", "name"] },
    birth_date: bornOn,
    phone: { ...optionalText("patient"), path: ["patient", "phone"] },
    email: optionalText("email"),
    language: { ...optionalText("language"), read: (cell) => cell.trim().toLowerCase() },
    is_new: yesOrNo("isNew"),
  },
};

/** How each column of a kind is read. */
export const COLUMNS: Record<ImportKind, Record<string, Column>> = CELLS;

/** What must be unique among rows and in the hospital: fields of a row, and the column that contains it. */
const KEYS = {
  DEPARTMENTS: { fields: ["name"], column: "name" },
  WARDS: { fields: ["name"], column: "name" },
  BEDS: { fields: ["wardId", "label"], column: "label" },
  AMBULANCES: { fields: ["registration"], column: "registration" },
  DOCTORS: { fields: ["email"], column: "email" },
  STAFF: { fields: ["email"], column: "email" },
  PATIENTS: { fields: ["recordNumber"], column: "record_number" },
} as const satisfies Record<ImportKind, { fields: readonly string[]; column: string }>;

/** Of people without a record number. */
const PERSON = { fields: ["name", "bornOn", "phone"], column: "name" } as const;

/** What rows of a kind refer to by name, if anything. */
export const REFERENCES = {
  DEPARTMENTS: null,
  WARDS: "department",
  BEDS: "ward",
  AMBULANCES: null,
  DOCTORS: "department",
  STAFF: null,
  PATIENTS: null,
} as const satisfies Record<ImportKind, string | null>;

/** Returns the columns of a kind in the order of its template, and whether each is required. */
export function columnsOf(kind: ImportKind): { name: string; isRequired: boolean }[] {
  return COLUMN_NAMES[kind].map((name) => ({ name, isRequired: COLUMNS[kind][name]?.isRequired ?? false }));
}

/** Returns the key that identifies a thing in the hospital, in any spelling. */
export function keyOf(kind: ImportKind, row: Record<string, unknown>): string {
  return identityOf(kind, row).key;
}

/** Returns the same, and the column that contains it. */
export function identityOf(kind: ImportKind, row: Record<string, unknown>): { key: string; column: string } {
  const isPerson = kind === "PATIENTS" && row.recordNumber === undefined;
  const { fields, column } = isPerson ? PERSON : KEYS[kind];
  const named = isPerson ? (row.patient as Record<string, unknown>) : row;
  const key = fields.map((field) => (field === "registration" ? registrationKey : nameKey)(String(named[field])));
  return { key: key.join("\u0001"), column };
}
