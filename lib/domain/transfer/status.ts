/** What a hospital can import, and the statuses of an import. Pure. */
export const IMPORT_KINDS = ["DEPARTMENTS", "WARDS", "BEDS", "AMBULANCES", "DOCTORS", "STAFF", "PATIENTS"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = ["CHECKING", "CHECKED", "FAULTY", "RUNNING", "DONE", "FAILED", "UNDONE"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** The columns of each kind, in the order of its template. How each is read and shown follows from here by type. */
const COLUMNS = {
  DEPARTMENTS: ["name"],
  WARDS: ["name", "kind", "department", "cleaning_minutes", "daily_rate", "currency"],
  BEDS: ["ward", "label"],
  AMBULANCES: ["registration", "kind", "crew_phone", "latitude", "longitude"],
  DOCTORS: ["email", "department", "message"],
  STAFF: ["email", "role"],
  PATIENTS: ["record_number", "name", "birth_date", "phone", "email", "language", "is_new"],
} as const satisfies Record<ImportKind, readonly string[]>;

/** The name of a column of a kind. */
export type ColumnName<Kind extends ImportKind = ImportKind> = (typeof COLUMNS)[Kind][number];

export const COLUMN_NAMES: { [Kind in ImportKind]: readonly ColumnName<Kind>[] } = COLUMNS;

/** Columns whose numbers may have decimals, from which the decimal sign is guessed. */
export const DECIMAL_NAMES: readonly ColumnName[] = ["daily_rate", "latitude", "longitude"];

/** What may separate the cells of a line. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

export const DECIMAL_SIGNS = [".", ","] as const;

/** Tells whether a file failed or awaits confirmation: then it can be dismissed. */
export function isDismissible({ status, dismissedAt }: { status: ImportStatus; dismissedAt: unknown }): boolean {
  return (
    dismissedAt === null && (status === "CHECKED" || status === "FAULTY" || status === "FAILED" || status === "UNDONE")
  );
}

/** Tells whether the file is being processed. */
export function isUnderWay(status: ImportStatus): boolean {
  return status === "CHECKING" || status === "RUNNING";
}
