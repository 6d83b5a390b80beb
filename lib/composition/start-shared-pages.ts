import type { IncomingMessage, ServerResponse } from "node:http";
import { config } from "@/lib/platform/config/config";
import type { Moment } from "@/lib/platform/db/moment";
import { replicaMoment } from "@/lib/platform/db/replica";
import { sealPosition } from "@/lib/platform/events/position";
import { gauge } from "@/lib/platform/metrics/instruments";
import { withPosition } from "@/lib/platform/page-notes/page-position";
import { followsChange } from "@/lib/platform/recency/just-changed";
import { ChangeLog } from "@/lib/platform/shared-pages/change-log";
import { openChangeReader } from "@/lib/platform/shared-pages/read-changes";
import { SharedPages } from "@/lib/platform/shared-pages/shared-pages";
import { isTimeZone, READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";
import { SHARED_PAGES } from "@/lib/site/shared-pages";

/** Often enough that PostgreSQL doesn't end the silent connection. */
const EVERY_MS = 4_000;
const NO_PAGE = /^\/(api|_next)\//;

type Answer = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/**
 * Has this process answer from memory what is the same for everyone (not with SHARED_PAGES_MB=0), and note of all other pages
 * up to which moment they show everything. The web server (scripts/serve.mjs) asks it first. Returns what ends it.
 */
export function startSharedPages(): { stop(): Promise<void> } {
  const reader = openChangeReader();
  const changes = new ChangeLog(reader.read);
  const pages = new SharedPages({
    addresses: config.sharedPagesBytes === 0 ? [] : SHARED_PAGES,
    zoneCookie: { name: READER_ZONE_COOKIE, isKnown: isTimeZone },
    changes,
    mostBytes: config.sharedPagesBytes,
    positionOf: sealPosition,
  });
  gauge({ name: "caresync_shared_pages_bytes", help: "What the kept pages of this process take." }, () => [
    { value: pages.bytes },
  ]);
  const holder = globalThis as typeof globalThis & { [key: symbol]: Answer | undefined };
  const key = Symbol.for("caresync.shared-pages");
  holder[key] = (request, response, pass) =>
    pages.answer(request, response, () => void placePage(changes, request, { response, pass }));
  const timer = setInterval(() => {
    changes.caughtUp().then(
      () => pages.sweep(),
      () => undefined, // without a database nothing kept is given out
    );
  }, EVERY_MS).unref();
  return {
    stop() {
      holder[key] = undefined;
      clearInterval(timer);
      return reader.close();
    },
  };
}

/** Has a page made, with the moment before its first read; without one when the database doesn't tell. */
async function placePage(
  changes: ChangeLog,
  { method, url = "/", headers }: IncomingMessage,
  { response, pass }: { response: ServerResponse; pass: () => void },
): Promise<void> {
  if (method !== "GET" || NO_PAGE.test(url)) return pass();
  const replicas = followsChange({ method, cookie: headers.cookie }) ? null : replicaMoment();
  const moment = replicas ?? (await momentOf(changes));
  if (response.destroyed) return;
  if (moment === null) return pass();
  withPosition(() => sealPosition(moment), replicas !== null, pass);
}

function momentOf(changes: ChangeLog): Promise<Moment | null> {
  return changes.caughtUp().then(
    ({ moment }) => moment,
    () => null,
  );
}
