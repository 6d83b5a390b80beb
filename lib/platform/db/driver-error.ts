import { STALE_PLAN } from "./connection-error";
import { Prisma } from "./db";
import { forgetStatements } from "./statement-names";

/**
 * The SQLSTATE behind an error of Prisma's, whatever its shape (model call: P2039/P2002/…, raw SQL: P2010), or of a connection.
 * Shapes are pinned by a test against the real database. Never logs or returns the detail: it holds row values.
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

/** What a connection itself throws (lib/platform/db/sql.ts) carries the state as its code. */
function stateOfConnectionError(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return typeof severity === "string" && typeof code === "string" ? code : undefined;
}

/** Deadlock, serialization failure or a stale plan: the same transaction may succeed when run again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  if (state === STALE_PLAN) forgetStatements();
  return state === "40P01" || state === "40001" || state === STALE_PLAN;
}

/** A unique or exclusion constraint said no. */
export function isConflict(error: unknown): boolean {
  const state = sqlState(error);
  return state === "23505" || state === "23P01";
}
