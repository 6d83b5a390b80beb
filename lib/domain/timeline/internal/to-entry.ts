import { instantText } from "@/lib/platform/time/iso-text";
import type { RowOf } from "@/lib/platform/db/statement";
import type { TimelineEntry } from "../schema";
import type { timelineOf } from "../statements";

/** An entry as the API and the screens read it. */
export function toTimelineEntry({ at, until, ...row }: RowOf<typeof timelineOf>): TimelineEntry {
  const datedOn = row.type === "DOCUMENT" ? at.toISOString().slice(0, 10) : null;
  return { ...row, at: instantText(at), datedOn, until: until && instantText(until) };
}
