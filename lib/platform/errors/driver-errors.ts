import { keepPrivate } from "@/lib/platform/page-notes/page-notes";
import { isConnectionError } from "@/lib/platform/db/connection-error";
import { sqlState } from "@/lib/platform/db/driver-error";
import { AppError, notFound, type ErrorCode } from "./app-error";

/**
 * Translates PostgreSQL's and Prisma's errors into the catalogue. Use cases translate expected ones (a taken slot, a
 * taken email) themselves; this is the safety net, so that nothing a client sent ends as a 500.
 */
const BY_SQLSTATE: Record<string, ErrorCode> = {
  "23505": "already-exists", // unique
  "23P01": "conflict", // exclusion
  "23001": "conflict", // foreign key: is still referred to
  "23503": "conflict", // foreign key: refers to something deleted
  "23514": "invalid", // check
  "23502": "invalid", // not null
  "22001": "invalid", // too long
  "22003": "invalid", // number out of range
  "22007": "invalid", // not a date
  "22008": "invalid", // date out of range
  "22P02": "invalid", // not a uuid, not a number, unknown enum value
  "22P05": "invalid", // character the database can't store
  "22021": "invalid", // NUL or broken UTF-8
  "40001": "conflict", // serialization failure
  "40P01": "conflict", // deadlock
  "55P03": "conflict", // lock not available
  "57014": "unavailable", // statement timeout
  "57P01": "unavailable", // the server is shutting down
  "57P02": "unavailable",
  "57P03": "unavailable", // the server is starting up
  "57P04": "unavailable", // the database was dropped
  "57P05": "unavailable", // an idle session was ended
  "25P03": "unavailable", // an idle transaction was rolled back
  "53000": "unavailable", // out of resources
  "53100": "unavailable", // the disk is full
  "53200": "unavailable", // out of memory
  "53300": "unavailable", // too many connections
  "58030": "unavailable", // the disk can't be read or written
  "25006": "unavailable", // read-only: a standby that has not taken over yet
  "0A000": "unavailable", // a plan that a migration made stale, repeatedly
};

const BY_PRISMA_CODE: Record<string, ErrorCode> = {
  P1001: "unavailable", // unreachable
  P1002: "unavailable",
  P1008: "unavailable",
  P1017: "unavailable", // connection closed
  P2024: "unavailable", // no connection free in time
  P2028: "unavailable", // transaction not started or not finished in time
  P2037: "unavailable", // too many connections
  P2034: "conflict",
  P2000: "invalid",
  P2011: "invalid",
  P2020: "invalid",
  P2023: "invalid",
  P2033: "invalid",
};

const TRANSIENT = new Set(["40001", "40P01", "55P03", "P2034"]);

type Loose = { code?: unknown; name?: unknown };

function translate(code: ErrorCode, cause: unknown, transient: boolean): AppError {
  // A temporary refusal says when to retry, and is never kept as an idempotent answer.
  const retryAfterSeconds = transient || code === "unavailable" ? 1 : undefined;
  return new AppError(code, undefined, { cause, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
}

function fromState(state: string, cause: unknown): AppError | null {
  const code = BY_SQLSTATE[state] ?? (state.startsWith("08") ? "unavailable" : undefined);
  return code === undefined ? null : translate(code, cause, TRANSIENT.has(state));
}

/** Returns the refusal behind a database driver's error; null for anything else, which is an internal error. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (typeof error !== "object" || error === null) return null;
  const { code, name } = error as Loose;
  if (isConnectionError(error)) return translate("unavailable", error, true);
  const state = sqlState(error);
  if (state !== undefined) return fromState(state, error);
  if (typeof code === "string") {
    if (code === "P2025") return notFound();
    const mapped = BY_PRISMA_CODE[code];
    if (mapped !== undefined) return translate(mapped, error, TRANSIENT.has(code));
  }
  if (name === "PrismaClientInitializationError") return translate("unavailable", error, true);
  return null;
}

/** Returns the result, or null when the database is down; for pages that have to work without one. */
export async function withoutDatabase<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (toAppError(error)?.code !== "unavailable") throw error;
    keepPrivate();
    return null;
  });
}
