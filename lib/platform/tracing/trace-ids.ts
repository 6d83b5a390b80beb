import { createHash } from "node:crypto";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NONE = /^[0-]+$/;

const hash = (text: string, digits: number) => createHash("sha256").update(text).digest("hex").slice(0, digits);

/**
 * Returns the ID of a request's trace, 32 hexadecimal digits: its own without the dashes, so that a request's ID is
 * all it takes to look its trace up. A caller may send an ID of any form; then it is a hash of that.
 */
export function traceIdOf(requestId: string): string {
  return UUID.test(requestId) && !NONE.test(requestId)
    ? requestId.replaceAll("-", "").toLowerCase()
    : hash(requestId, 32);
}

/** Returns the ID of a request's first span, by which work that is done later, in any process, finds its place below it. */
export function rootSpanIdOf(requestId: string): string {
  return hash(`root ${requestId}`, 16);
}
