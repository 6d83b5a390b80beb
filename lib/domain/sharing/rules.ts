import type { DeviceKind } from "./status";

/** Doctors one record is shared with at a time. */
export const MAX_GRANTS = 20;

/** Links of one record that hold at a time; the database's trigger says the same. */
export const MAX_LINKS = 10;
/** The most visits that are chosen one by one. */
export const MAX_VISITS = 50;

/** How often one network may look at links and open them: a practice is behind one address, and 256 bits can't be guessed. */
export const LINK_LIMIT = { name: "record-links", limit: 120, windowSeconds: 600 };

/** Wrong passcodes of one link. A person who guesses has the link already: after a few, each further attempt waits. */
export const PASSCODE_LIMIT = {
  name: "record-link-passcode",
  free: 5,
  firstSeconds: 5,
  mostSeconds: 300,
  memorySeconds: 3600,
} as const;

/** Returns roughly what a browser runs on; what it says of itself beyond that is not kept. */
export function deviceKindOf(userAgent: string): DeviceKind {
  if (/iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i.test(userAgent)) return "TABLET";
  if (/Mobi|iPhone|iPod/i.test(userAgent)) return "PHONE";
  if (/Windows NT|Macintosh|X11|CrOS|Linux/i.test(userAgent)) return "COMPUTER";
  return "OTHER";
}
