import { STALE_PLAN } from "./connection-error";
import { Prisma } from "./db";
import { forgetStatements } from "./statement-names";

/**
 * Returns the SQLSTATE behind a Prisma error of any shape (model call: P2039/P2002/…, raw SQL: P2010), or a
 * connection's. The shapes are pinned by a test against the real database. Never logs or returns the detail, which
 * contains row values.
 */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return stateOfConnectionError(error);
  const adapterError = (
    error.meta as { driverAdapterError?: { cause?: { originalCode?: unknown; code?: unknown } } } | undefined
  )?.driverAdapterError;
  const code = adapterError?.cause?.originalCode ?? adapterError?.cause?.code;
  if (typeof code === "string") return code;
  return error.code === "P2034"
    ? "40001"
    : error.code === "P2002"
      ? "23505"
      : error.code === "P2003"
        ? "23503"
        : undefined;
}

/**
 * Tells whether a right that was there a moment ago is gone: row-level security refused a row, or the audit trail an entry
 * about a record. A missing privilege, which is a mistake of ours, is another kind of the same state.
 */
export function isRightGone(error: unknown): boolean {
  const state = sqlState(error);
  return state === "P0002" || (state === "42501" && error instanceof Error && /row-level security/.test(error.message));
}

/** Errors thrown by a raw connection (lib/platform/db/sql.ts) carry the state as their code. */
function stateOfConnectionError(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return typeof severity === "string" && typeof code === "string" ? code : undefined;
}

/** Tells whether the same transaction may succeed when retried: deadlock, serialization failure or a stale plan. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  if (state === STALE_PLAN) forgetStatements();
  return state === "40P01" || state === "40001" || state === STALE_PLAN;
}

/** Tells whether a row could not be deleted because others refer to it; PostgreSQL 18 has a state of its own for RESTRICT. */
export function isStillReferredTo(error: unknown): boolean {
  const state = sqlState(error);
  return state === "23001" || state === "23503";
}

/** Tells whether a unique or exclusion constraint was violated. */
export function isConflict(error: unknown): boolean {
  const state = sqlState(error);
  return state === "23505" || state === "23P01";
}
