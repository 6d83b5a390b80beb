import { db } from "@/lib/platform/db/db";
import { clockToSend, type Clock } from "@/lib/platform/time/clock";

const CACHE_MS = 60_000;
/** A page waits no longer than this: without the clocks of places a browser goes by its own. */
const TIMEOUT_MS = 1_000;

let known: { zones: string[]; at: number } = { zones: [], at: -Infinity };
let reading: Promise<void> | undefined;

/**
 * The clocks of all zones in which a place of this installation lies, and of `timeZone`, to be sent with a page. Kept for
 * a minute and read again behind a page's back; when the database is away, what was known last.
 */
export async function clocksOfPlaces(timeZone: string, at: Date): Promise<Clock[]> {
  const now = at.getTime();
  if (now - known.at > CACHE_MS) reading ??= read(now).finally(() => (reading = undefined));
  if (known.at === -Infinity && reading)
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))]);
  return [...new Set([timeZone, ...known.zones])].map((zone) => clockToSend(zone, now));
}

async function read(now: number): Promise<void> {
  const rows = await db.$queryRaw<{ timeZone: string }[]>`
    SELECT "timeZone" FROM "Hospital" UNION SELECT "timeZone" FROM "Doctor" UNION SELECT "timeZone" FROM "Schedule"`.catch(
    () => null,
  );
  if (rows) known = { zones: rows.map((row) => row.timeZone), at: now };
}
