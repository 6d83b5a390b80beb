import { AppError } from "@/lib/platform/errors/app-error";

/** The version the caller has seen; a newer one means someone else was faster. */
export type Seen = { version?: number };

/** The refusal for a change based on an older version. */
export function versionMismatch(): AppError {
  return new AppError("version-mismatch", "Someone else has changed this appointment in the meantime. Look again.");
}
