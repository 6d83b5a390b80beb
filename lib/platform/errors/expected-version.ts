import { AppError } from "./app-error";

/** The version of a thing that the caller has read; null or undefined where they don't say. */
export type ExpectedVersion = number | null | undefined;

/** The error for a change based on an older version: someone else was faster. */
export function versionMismatch(
  detail = "Someone else has changed this in the meantime. Check it and try again.",
): AppError {
  return new AppError("version-mismatch", detail);
}

/** Throws `version-mismatch` when the caller has read another version than the present one. */
export function requireVersion(
  { version }: { version: number },
  expectedVersion: ExpectedVersion,
  detail?: string,
): void {
  if (expectedVersion != null && expectedVersion !== version) throw versionMismatch(detail);
}
