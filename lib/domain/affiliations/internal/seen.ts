import { AppError } from "@/lib/platform/errors/app-error";

/** The version the caller has seen; a newer one means someone else was faster. */
export type Seen = { version?: number | undefined };

/** Throws `version-mismatch` when the caller has seen an older version. */
export function requireSeen(row: { version: number }, seen: Seen): void {
  if (seen.version !== undefined && seen.version !== row.version) throw versionMismatch();
}

/** The refusal for a change based on an older version. */
export function versionMismatch(): AppError {
  return new AppError("version-mismatch", "Someone else has changed this in the meantime. Look again.");
}
