import type { Metadata } from "next";
import { z } from "zod";
import { OperationsBehind } from "@/components/analytics/operations-behind";
import { GainsHeader } from "@/components/analytics/operations-header";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { localDate } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Behind a number" };

const wanted = z.object({
  from: localDate.optional(),
  to: localDate.optional(),
  cursor: z.string().max(1024).optional(),
});
const PAGE = 50;

/** The times that were filled from the waitlist, as the doctor's numbers count them. */
export default async function GainsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = readSearch(wanted, await searchParams);
  const { cursor, ...days } = asked.filter;
  const actor = await requireDoctor(routes.doctor.gains(days));
  const query = { doctorId: actor.doctorId, what: "gains", ...days } as const;
  const page = await loadFrom(cursor, (from) => listOperationsBehind(actor, query, { limit: PAGE, cursor: from }));
  return (
    <>
      <GainsHeader doctorId={actor.doctorId} days={days} />
      <LeftOutNote read={asked} />
      <OperationsBehind portal="doctor" what="gains" rows={page.items} timeZone={actor.timeZone} />
      <LoadMore href={page.nextCursor ? routes.doctor.gains({ ...days, cursor: page.nextCursor }) : null} />
    </>
  );
}
