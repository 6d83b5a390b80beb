import { randomUUID } from "node:crypto";

/** The header with a request's ID, in and out. */
export const REQUEST_ID_HEADER = "x-request-id";

const ACCEPTABLE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Returns the caller's `X-Request-Id` when it is short and plain (it goes into the log), else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(REQUEST_ID_HEADER);
  return given !== null && ACCEPTABLE.test(given) ? given : randomUUID();
}
