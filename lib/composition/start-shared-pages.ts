import type { IncomingMessage, ServerResponse } from "node:http";
import { config } from "@/lib/platform/config/config";
import { gauge } from "@/lib/platform/metrics/instruments";
import { ChangeLog } from "@/lib/platform/shared-pages/change-log";
import { openChangeReader } from "@/lib/platform/shared-pages/read-changes";
import { SharedPages } from "@/lib/platform/shared-pages/shared-pages";
import { isTimeZone, READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";
import { SHARED_PAGES } from "@/lib/site/shared-pages";

/** Often enough that PostgreSQL doesn't end the silent connection. */
const EVERY_MS = 4_000;

type Answer = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

/**
 * Has this process answer from memory what is the same for everyone; not with SHARED_PAGES_MB=0. The web server
 * (scripts/serve.mjs) asks it first. Returns what ends it.
 */
export function startSharedPages(): { stop(): Promise<void> } {
  const mostBytes = config.sharedPagesBytes;
  if (mostBytes === 0) return { stop: () => Promise.resolve() };
  const reader = openChangeReader();
  const changes = new ChangeLog(reader.read);
  const zoneCookie = { name: READER_ZONE_COOKIE, isKnown: isTimeZone };
  const pages = new SharedPages({ addresses: SHARED_PAGES, zoneCookie, changes, mostBytes });
  gauge({ name: "caresync_shared_pages_bytes", help: "What the kept pages of this process take." }, () => [
    { value: pages.bytes },
  ]);
  const holder = globalThis as typeof globalThis & { [key: symbol]: Answer | undefined };
  const key = Symbol.for("caresync.shared-pages");
  holder[key] = (request, response, pass) => pages.answer(request, response, pass);
  const timer = setInterval(() => {
    if (pages.bytes === 0) return;
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
