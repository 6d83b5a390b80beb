/** What a hospital can bring along in a file, and how far a file has come. Pure. */
export const IMPORT_KINDS = ["DEPARTMENTS", "WARDS", "BEDS", "AMBULANCES", "DOCTORS"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = ["CHECKING", "CHECKED", "FAULTY", "RUNNING", "DONE", "FAILED", "UNDONE"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Whether something is being done with the file at this moment. */
export function isUnderWay(status: ImportStatus): boolean {
  return status === "CHECKING" || status === "RUNNING";
}
