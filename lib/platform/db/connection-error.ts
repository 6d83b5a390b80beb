/** Driver messages that occur only when a connection, not a statement, has failed. */
const WORDS = new Set(["timeout exceeded when trying to connect", "Query read timeout", "timeout expired"]);
const BEGINNINGS = ["Connection terminated", "Client has encountered a connection error", "Client was closed"];
const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** The same in the words of Prisma's adapter. */
const KINDS = new Set([
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
]);

type Loose = {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  kind?: unknown;
  meta?: { driverAdapterError?: { cause?: unknown } };
};

const loose = (error: unknown): Loose => (typeof error === "object" && error !== null ? (error as Loose) : {});

/**
 * Tells whether the connection to the database failed: cut, refused, or silent for too long. A test that cuts, stops
 * and freezes a real PostgreSQL pins this down, for Prisma's statements and our own.
 */
export function isConnectionError(error: unknown): boolean {
  const { code, message, meta, kind } = loose(error);
  if (typeof code === "string" && NETWORK.has(code)) return true;
  if (typeof kind === "string" && KINDS.has(kind)) return true;
  if (meta?.driverAdapterError)
    return (
      isConnectionError(meta.driverAdapterError.cause) || isConnectionError(loose(meta.driverAdapterError.cause).cause)
    );
  return (
    typeof message === "string" && (WORDS.has(message) || BEGINNINGS.some((beginning) => message.startsWith(beginning)))
  );
}

/** Tells whether PostgreSQL has no connections left. */
export function isOutOfConnections(error: unknown): boolean {
  return loose(error).code === "53300";
}

/**
 * SQLSTATE for a prepared statement whose result type changed since it was planned, because a migration ran meanwhile.
 */
export const STALE_PLAN = "0A000";

export function isStalePlan(error: unknown): boolean {
  return loose(error).code === STALE_PLAN;
}
