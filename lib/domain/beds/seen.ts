import { AppError } from "@/lib/platform/errors/app-error";

/** The version the caller has seen; a newer one means somebody else was faster. */
export type Seen = { version?: number | undefined };

/** The refusal for a change based on an older version. */
export function versionMismatch(): AppError {
  return new AppError("version-mismatch", "Somebody else has changed this meanwhile. Look again.");
}
