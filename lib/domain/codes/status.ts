/** The code systems a diagnosis can come from, and how their editions come in. Pure. */
export const CODE_SYSTEMS = ["ICD-10", "ICD-10-CM"] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** The official files: the order file of ICD-10-CM, and ClaML, in which the WHO publishes ICD-10. */
export const FILE_FORMATS = ["ORDER_FILE", "CLAML"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const SYSTEM_OF: Record<FileFormat, CodeSystem> = { ORDER_FILE: "ICD-10-CM", CLAML: "ICD-10" };
export const FORMAT_OF: Record<CodeSystem, FileFormat> = { "ICD-10-CM": "ORDER_FILE", "ICD-10": "CLAML" };

/** UPLOADING → LOADING → READY, or FAILED; a trigger of the database holds the same steps. */
export const EDITION_STATUSES = ["UPLOADING", "LOADING", "READY", "FAILED"] as const;
export type EditionStatus = (typeof EDITION_STATUSES)[number];

type Edition = { status: EditionStatus; isActive: boolean; isBuiltIn: boolean };

/** Tells whether doctors can be made to search in it. */
export function isActivatable({ status, isActive }: Edition): boolean {
  return status === "READY" && !isActive;
}

/** Tells whether it can go. The built-in selection stays, to fall back on. */
export function isRemovable({ isActive, isBuiltIn }: Edition): boolean {
  return !isActive && !isBuiltIn;
}
