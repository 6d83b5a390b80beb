import { sql } from "@/lib/platform/db/sql";
import { eraOf, openPosition } from "./position";
import { deleteOldAudiences, missedSince } from "./statements";

/** An older page is read again in any case: by then the clock has changed it, too. Half of how long audiences are kept. */
const LONGEST_SECONDS = 1_800;
/** Where so much has happened since, reading again is simpler than looking through it. */
const MOST_CHANGES = 5_000;

/**
 * Tells whether something that any of these entries of audiences hear of was committed which a page of this position may
 * not show; true also when that can't be told. What is committed after this answer, a channel joined before it delivers.
 */
export async function hasMissed(sealed: string, entries: readonly string[]): Promise<boolean> {
  const position = openPosition(sealed);
  if (!position) return true;
  const [found] = await missedSince(sql, {
    xmax: String(position.xmax),
    unfinished: position.unfinished.map(String),
    entries,
    most: MOST_CHANGES,
  });
  if (!found || found.isMissed || eraOf(found) !== position.era) return true;
  const age = found.at - position.at;
  return age < -1 || age > LONGEST_SECONDS;
}

/** Removes who heard of what longer ago than any page asks for. */
export async function removeOldAudiences(): Promise<void> {
  await deleteOldAudiences(sql);
}
