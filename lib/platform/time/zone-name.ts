import { iana } from "#iana";
import { zoneNamed } from "./zone";

/** The cookie that tells the server the browser's zone, so that the first page already shows the reader's times. */
export const READER_ZONE_COOKIE = "caresync-zone";

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/**
 * Tells whether the text is the name of an IANA time zone. Bare offsets are not names, because they have no rules. A
 * browser, which has no rules here, uses its own; the server decides.
 */
export function isTimeZone(text: unknown): text is string {
  if (typeof text !== "string" || text.length > 64 || !ZONE_NAME.test(text)) return false;
  if (iana) return zoneNamed(text) !== null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) !== null;
  } catch {
    return false;
  }
}
