import { cookies, headers } from "next/headers";
import { readerFrom, type ReaderPreferences } from "@/components/ui/reader-preferences";
import { READER_ZONE_COOKIE } from "@/lib/platform/time/zone-name";

/** What the request tells of its reader. Their zone is a guess until their browser has told it once. */
export async function readReader(): Promise<{ reader: ReaderPreferences; isGuess: boolean }> {
  const [request, jar] = await Promise.all([headers(), cookies()]);
  const zone = jar.get(READER_ZONE_COOKIE)?.value;
  return { reader: readerFrom(zone, request.get("accept-language")), isGuess: zone === undefined };
}
