import { AppError } from "@/lib/platform/errors/app-error";

/** Returns an object's version as an entity tag. */
export function etagOf(version: number | bigint | string): string {
  return `"${version}"`;
}

/**
 * Returns the version that `If-Match` requires; null without one, or with `*`. A foreign or weak tag matches nothing
 * (RFC 9110 §13.1.1): `precondition-failed`. Several tags can't be one version: `bad-request`.
 */
export function readIfMatch(headers: Headers): number | null {
  const value = headers.get("if-match")?.trim();
  if (value === undefined || value === "*") return null;
  const version = /^"(\d{1,9})"$/.exec(value)?.[1];
  if (version !== undefined) return Number(version);
  if (/^(W\/)?"[^"]*"$/.test(value)) throw new AppError("precondition-failed");
  throw new AppError("bad-request", 'If-Match takes one entity tag, such as "3".');
}

/** Tells whether the reader's copy (`If-None-Match`) is current. */
export function isUnchanged(headers: Headers, etag: string): boolean {
  const value = headers.get("if-none-match");
  if (value === null) return false;
  return value.trim() === "*" || value.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
