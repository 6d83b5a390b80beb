import type { z } from "zod";
import { AppError } from "@/lib/platform/errors/app-error";

/**
 * Writes a keyset cursor: the sort values of the last row, so that a page is stable while others insert. Opaque to
 * clients and validated by the list's own schema: a tampered cursor is a 422 on `cursor`, never a query.
 */
export function writeCursor(position: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

function refused(): AppError {
  return new AppError("invalid", "The cursor doesn't belong to this list.", {
    fields: [{ path: "cursor", message: "Isn't a cursor for this list. Start again without it" }],
  });
}

/** Tells whether a cursor was refused: the one in a page's address may be truncated or belong to another list. */
export function isWrongCursor(error: unknown): boolean {
  return error instanceof AppError && error.code === "invalid" && error.fields?.[0]?.path === "cursor";
}

function decode(cursor: string): unknown {
  if (cursor.length > 1024 || !/^[A-Za-z0-9_-]+$/.test(cursor)) throw refused();
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refused();
  }
}

/** Returns the position of a cursor, or undefined without one. Throws `invalid` on `cursor` for anything else. */
export function readCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(decode(cursor));
  if (!parsed.success) throw refused();
  return parsed.data;
}
