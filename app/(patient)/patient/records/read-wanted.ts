import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { requirePageActor } from "@/lib/actor/session";
import { withoutFilter } from "@/lib/platform/input/filters";
import { uuid } from "@/lib/platform/input/text";
import type { Route } from "@/lib/site/routes";

const wantedRecords = z.object({ for: uuid.optional(), cursor: z.string().max(1024).optional() });

/** Reads whose records a page is asked for: one of the account's people, or everyone. */
export async function readWanted(given: Search, routeOf: (query: z.infer<typeof wantedRecords>) => Route) {
  const asked = readSearch(wantedRecords, given);
  const actor = await requirePageActor(routeOf(asked.filter));
  const isTheirs = !asked.filter.for || actor.readablePatientIds.includes(asked.filter.for);
  const read = isTheirs ? asked : withoutFilter(asked, given, "for");
  return { actor, read, patientIds: read.filter.for ? [read.filter.for] : actor.readablePatientIds };
}
