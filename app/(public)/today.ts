import { cookies } from "next/headers";
import { READER_ZONE_COOKIE, knownTimeZone } from "@/components/ui/reader-preferences";
import { localDateAt } from "@/lib/domain/schedules/slots-days";

/** The date on the reader's own calendar. */
export async function readersToday(): Promise<string> {
  const jar = await cookies();
  return localDateAt(new Date(), knownTimeZone(jar.get(READER_ZONE_COOKIE)?.value) ?? "UTC");
}
