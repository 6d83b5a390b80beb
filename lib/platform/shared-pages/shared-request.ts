import type { IncomingMessage } from "node:http";

/** An address whose answer is the same for everyone: the declaration is the site's (lib/site/shared-pages.ts). */
export type SharedAddress = {
  /** The pattern, for the log: `/things/[slug]`, `/api/things/{id}`. */
  route: string;
  path: RegExp;
  /** The parameters whose values many readers have in common; an address with any other is answered for its reader alone. */
  query: readonly string[];
  /** What it depends on, besides what is noted while it is made. */
  tags: readonly string[];
  isApi: boolean;
};

export type SharedRequest = { key: string; address: SharedAddress; isOneOff: boolean };

/** Cookies that are the reader's own but change nothing on a page of everyone's. */
const WITHOUT_EFFECT = /^(__Host-)?caresync\.(csrf|callback|device|changed)$/;
/** All other cookies of this site do; foreign ones, of a proxy or a counter, are read by no page. */
const OURS = /^(__Host-|__Secure-)?caresync[.-]/;
/** Who says any of this gets an answer of their own. */
const PERSONAL = ["authorization", "origin", "next-action", "range", "x-http-method-override"];
/** Between Next and those who host it; none of them is a browser's. */
const INTERNAL = /^x-(nextjs|middleware|invoke|matched|now|vercel|prerender)/;
/** What Next renders depends on these, as its `Vary` says. */
const RENDERED_BY = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
];
const LONGEST = 4_096;

/** How a page depends on a cookie of its readers: one that is kept apart by its value. */
export type ReaderCookie = { name: string; isKnown: (value: string) => boolean };

/**
 * Returns under what an answer to this request may be kept; null when it is for its reader alone, or when nothing is known
 * about its address.
 */
export function sharedRequestOf(
  { method, url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  addresses: readonly SharedAddress[],
  zoneCookie: ReaderCookie,
): SharedRequest | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url.length > LONGEST || isPersonal(headers)) return null;
  const [path = "", query = ""] = url.split("?", 2);
  const address = addresses.find((one) => one.path.test(path));
  if (!address || !isShared(query, address, headers.rsc !== undefined)) return null;
  const zone = readerOf(headers.cookie, zoneCookie);
  if (zone === null) return null;
  const variant = address.isApi
    ? []
    : [languageOf(headers["accept-language"]), zone, ...RENDERED_BY.map((name) => headers[name])];
  if (variant.join("").length > LONGEST) return null;
  return { key: JSON.stringify([url, ...variant]), address, isOneOff: query !== "" };
}

function isPersonal(headers: IncomingMessage["headers"]): boolean {
  if (PERSONAL.some((name) => headers[name] !== undefined)) return true;
  for (const name in headers) if (INTERNAL.test(name)) return true;
  return false;
}

function isShared(query: string, address: SharedAddress, isNavigation: boolean): boolean {
  if (query === "") return true;
  const names = [...new URLSearchParams(query).keys()];
  // Next's own mark of what it asks for.
  return names.every((name) => address.query.includes(name) || (name === "_rsc" && isNavigation));
}

/** The reader's zone, "" when they have told none; null when their cookies make the answer theirs alone. */
function readerOf(header: string | undefined, { name: zoneName, isKnown }: ReaderCookie): string | null {
  let zone = "";
  for (const part of header?.split(";") ?? []) {
    const [name = "", value = ""] = part.trim().split("=", 2);
    if (name === zoneName) {
      if (zone !== "" || !isKnown(value.replaceAll("%2F", "/"))) return null;
      zone = value;
    } else if (OURS.test(name) && !WITHOUT_EFFECT.test(name)) return null;
  }
  return zone;
}

/** The first language, which alone decides the formats. */
function languageOf(header: string | undefined): string {
  return header?.split(",", 1)[0]?.split(";", 1)[0]?.trim() ?? "";
}
