import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";
import { timelineKind } from "@/lib/domain/timeline/schema";
import { withoutFilter } from "@/lib/platform/input/filters";
import { uuid } from "@/lib/platform/input/text";
import { routes, type Route } from "@/lib/site/routes";

const wantedRecords = z.object({ for: uuid.optional(), cursor: z.string().max(1024).optional() });
const wantedTimeline = wantedRecords.extend({ kind: timelineKind.optional() });
export type TimelineWanted = z.infer<typeof wantedTimeline>;

/** Reads whose records a page is asked for: one of the account's people, or everyone. */
export async function readWanted(given: Search, routeOf: (query: z.infer<typeof wantedRecords>) => Route) {
  const asked = readSearch(wantedRecords, given);
  const actor = await requirePageActor(routeOf(asked.filter));
  return { actor, ...ofPeople(asked, given, actor.readablePatientIds) };
}

/** The same for the timeline, which also has something to show of those the account only books for. */
export async function readTimelineWanted(given: Search): Promise<TimelineRead> {
  const asked = readSearch(wantedTimeline, given);
  const actor = await requirePageActor(routes.patient.records(asked.filter));
  return { actor, ...ofPeople(asked, given, visiblePatientIds(actor)) };
}
type TimelineRead = { actor: Actor } & ReturnType<typeof ofPeople<TimelineWanted>>;

function ofPeople<T extends { for?: string | undefined }>(
  asked: ReturnType<typeof readSearch<z.ZodObject>> & { filter: T },
  given: Search,
  theirs: string[],
) {
  const isTheirs = !asked.filter.for || theirs.includes(asked.filter.for);
  const read = isTheirs ? asked : withoutFilter(asked, given, "for");
  return { read, theirs, patientIds: read.filter.for ? [read.filter.for] : theirs };
}
