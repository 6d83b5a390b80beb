import { db } from "@/lib/platform/db/db";
import { zonesOfPlaces } from "./statements";
import { clockToSend, type Clock } from "@/lib/platform/time/clock";

const CACHE_MS = 60_000;
/** A page waits no longer than this: without the places' clocks a browser uses its own rules. */
const TIMEOUT_MS = 1_000;

let known: { zones: string[]; at: number } = { zones: [], at: -Infinity };
let reading: Promise<void> | undefined;

/**
 * Returns the clocks of all zones of this installation's places, and of `timeZone`, to send with a page. Cached for a
 * minute and refreshed in the background; the last known ones when the database is down.
 */
export async function listClocks(timeZone: string, at: Date): Promise<Clock[]> {
  const now = at.getTime();
  if (now - known.at > CACHE_MS) reading ??= read(now).finally(() => (reading = undefined));
  if (known.at === -Infinity && reading)
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))]);
  return [...new Set([timeZone, ...known.zones])].map((zone) => clockToSend(zone, now));
}

async function read(now: number): Promise<void> {
  const rows = await zonesOfPlaces(db).catch(() => null);
  if (rows) known = { zones: rows.map((row) => row.timeZone), at: now };
}
