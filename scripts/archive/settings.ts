import { join, resolve } from "node:path";
import { ROOT } from "../process/child";
import { StartError } from "../process/start-error";

/** After how many months a month of each table goes into the archive; null: never. */
export type Ages = Record<"DomainEvent" | "AuditEntry", number | null>;

/** The folder of the archived months. */
export const archiveFolderOf = (dataDir: string, given: NodeJS.ProcessEnv): string =>
  given.ARCHIVE_DIR ? resolve(ROOT, given.ARCHIVE_DIR) : join(dataDir, "archive");

export function agesOf(given: NodeJS.ProcessEnv): Ages {
  return {
    DomainEvent: ageOf("ARCHIVE_EVENTS_AFTER", given.ARCHIVE_EVENTS_AFTER ?? "24"),
    AuditEntry: ageOf("ARCHIVE_AUDIT_AFTER", given.ARCHIVE_AUDIT_AFTER ?? "120"),
  };
}

function ageOf(name: string, text: string): number | null {
  if (text === "never") return null;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new StartError(`${name} must be a number of months, or never.`);
}
