import { cookies } from "next/headers";
import { localDateAt } from "@/lib/platform/time/local-date";
import { isTimeZone, READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";

/** Returns the date on the reader's own calendar. */
export async function readersToday(): Promise<string> {
  const jar = await cookies();
  const zone = jar.get(READER_ZONE_COOKIE)?.value;
  return localDateAt(new Date(), isTimeZone(zone) ? zone : "UTC");
}
