import { counted } from "@/lib/platform/text/counted";
import { csvLine, harmlessCell, UTF8_MARK } from "@/lib/platform/text/csv";
import { type ImportFault, type ImportOutput } from "./schema";
import {
  COLUMN_NAMES,
  SEPARATORS,
  type ColumnName,
  type ImportKind,
  type ImportStatus,
  type Separator,
} from "./status";
import { ENCODING_LABELS, ENCODINGS } from "./rules-encodings";

/** A kind's plural, and its template's file name. */
export const KIND_WORDS: Record<ImportKind, { one: string; many: string; file: string }> = {
  DEPARTMENTS: { one: "department", many: "departments", file: "departments" },
  WARDS: { one: "ward", many: "wards", file: "wards" },
  BEDS: { one: "bed", many: "beds", file: "beds" },
  AMBULANCES: { one: "ambulance", many: "ambulances", file: "ambulances" },
  DOCTORS: { one: "invitation", many: "invitations", file: "doctors" },
  STAFF: { one: "staff invitation", many: "staff invitations", file: "staff" },
  PATIENTS: { one: "patient", many: "patients", file: "patients" },
};

/** "1 bed", "1,240 beds". */
export function countOf(kind: ImportKind, count: number): string {
  const { one, many } = KIND_WORDS[kind];
  return counted(count, one, many);
}

export const STATUS_WORDS: Record<ImportStatus, { label: string; tone: "good" | "wait" | "stop" | "neutral" }> = {
  CHECKING: { label: "Being checked", tone: "wait" },
  CHECKED: { label: "No errors: ready to import", tone: "good" },
  FAULTY: { label: "Errors found", tone: "stop" },
  RUNNING: { label: "Being imported", tone: "wait" },
  DONE: { label: "Imported", tone: "good" },
  FAILED: { label: "Not imported", tone: "stop" },
  UNDONE: { label: "Undone", tone: "neutral" },
};

/** Two rows that no one would mistake for their own. */
const EXAMPLES: { [Kind in ImportKind]: Partial<Record<ColumnName<Kind>, string>>[] } = {
  DEPARTMENTS: [{ name: "Cardiology" }, { name: "Children" }],
  WARDS: [
    { name: "Ward 1 North", kind: "GENERAL", cleaning_minutes: "45", daily_rate: "120.50", currency: "EUR" },
    { name: "Intensive care", kind: "ICU", cleaning_minutes: "60" },
  ],
  BEDS: [
    { ward: "Ward 1 North", label: "101" },
    { ward: "Ward 1 North", label: "102" },
  ],
  AMBULANCES: [
    { registration: "AMB-101", kind: "BASIC", crew_phone: "+49 30 5550101", latitude: "52.5251", longitude: "13.3694" },
    { registration: "AMB-102", kind: "ADVANCED", crew_phone: "+49 30 5550102" },
  ],
  DOCTORS: [
    { email: "a.doctor@example.org", message: "We would be glad to have you." },
    { email: "another.doctor@example.org" },
  ],
  STAFF: [
    { email: "a.manager@example.org", role: "MANAGER" },
    { email: "a.coordinator@example.org", role: "COORDINATOR" },
  ],
  PATIENTS: [
    {
      record_number: "100234",
      name: "Anna Example",
      birth_date: "1962-11-05",
      phone: "+49 30 5550103",
      language: "de",
    },
    { record_number: "100235", name: "Ben Sample", birth_date: "1990-02-28", email: "a.patient@example.org" },
  ],
};

/** Returns a file to fill in: its columns, and examples to overwrite. RFC 4180. */
export function templateOf(kind: ImportKind): string {
  const names: readonly ColumnName[] = COLUMN_NAMES[kind];
  const examples: Partial<Record<ColumnName, string>>[] = EXAMPLES[kind];
  return csvOf([[...names], ...examples.map((row) => names.map((name) => row[name] ?? ""))]);
}

/**
 * Returns a file's errors to work through: the values, and what is wrong with them. Starts with the mark that tells
 * Excel it is UTF-8.
 */
export function faultsFile(faults: ImportFault[]): string {
  const lines = faults.map(({ row, column, value, message }) => [
    String(row),
    column ?? "",
    harmlessCell(value ?? ""),
    message,
  ]);
  return `${UTF8_MARK}${csvOf([["Row", "Column", "Value", "Error"], ...lines])}`;
}

const csvOf = (lines: string[][]) => lines.map(csvLine).join("");

const LABELS: Record<ColumnName, string> = {
  name: "Name",
  kind: "Kind",
  department: "Department",
  cleaning_minutes: "Cleaning minutes",
  daily_rate: "A day costs",
  currency: "Currency",
  ward: "Ward",
  label: "Bed",
  registration: "Registration",
  crew_phone: "Crew’s phone",
  latitude: "Latitude",
  longitude: "Longitude",
  email: "Email",
  message: "Message",
  role: "Role",
  record_number: "Record number",
  birth_date: "Date of birth",
  phone: "Phone",
  language: "Language",
  is_new: "Someone new",
};

/** The label of each column. */
export const COLUMN_LABELS: Record<string, string> = LABELS;

const SEPARATOR_LABELS: Record<Separator, string> = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar" };
export const SEPARATOR_OPTIONS = SEPARATORS.map((value) => ({ value, label: SEPARATOR_LABELS[value] }));
export const ENCODING_OPTIONS = ENCODINGS.map((value) => ({ value, label: ENCODING_LABELS[value] }));

/** Returns the page's title: "Importing 120 beds", "12 errors in the file", else its purpose. */
export function importTitle(items: Pick<ImportOutput, "kind" | "status" | "rowCount" | "faultCount">[]): string {
  const [newest] = items;
  const running = items.find(({ status }) => status === "RUNNING");
  if (running) return `Importing ${countOf(running.kind, running.rowCount)}`;
  if (newest?.status === "CHECKED") return `${countOf(newest.kind, newest.rowCount)} ready to import`;
  if (newest?.status === "FAULTY") return `${counted(newest.faultCount, "error")} in the file`;
  return "Import your spreadsheets";
}
