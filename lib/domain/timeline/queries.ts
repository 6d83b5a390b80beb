import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordLook } from "@/lib/domain/patients/record-look";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { toTimelineEntry } from "./internal/to-entry";
import { sightOf } from "./policy";
import type { TimelineEntry } from "./schema";
import { timelineOf } from "./statements";
import { TIMELINE_KINDS, TIMELINE_TYPES, TYPES_OF, UNCLINICAL_KINDS, type TimelineKind } from "./status";

const position = z.strictObject({ a: z.iso.datetime(), t: z.enum(TIMELINE_TYPES), i: z.uuid() });

/**
 * Returns what happened to these patients, of one kind or all, the latest first: to those who book for them visits and
 * stays, to those who read the record also what is in it. Each page with something of the record is logged as a look at
 * the record of each patient. Throws `not-found` when the actor acts for one of them not at all.
 */
export async function listTimeline(
  actor: Actor,
  wanted: { patientIds: string[]; kind?: TimelineKind | undefined },
  query: PageQuery,
): Promise<Page<TimelineEntry>> {
  const { after, take, pageBy } = startPage(query, position);
  const people = wanted.patientIds.flatMap((id) => sightOf(actor, id) ?? []);
  if (people.length < wanted.patientIds.length) throw notFound();
  const kinds = wanted.kind ? [wanted.kind] : TIMELINE_KINDS;
  const types = kinds.flatMap((kind) => TYPES_OF[kind]);
  const isLook = kinds.some((kind) => !UNCLINICAL_KINDS.includes(kind));
  const rows = await inTransaction(actor, async (tx) => {
    const from = after ? { at: new Date(after.a), type: after.t, id: after.i } : null;
    const found = await timelineOf(tx, { people, types, after: from, take });
    for (const { patientId, reads } of people)
      if (reads && isLook) await recordLook(tx, actor, "encounter.timeline", patientId);
    return found;
  });
  const page = pageBy(rows, ({ at, type, id }) => ({ a: at.toISOString(), t: type, i: id }));
  return { ...page, items: page.items.map(toTimelineEntry) };
}
