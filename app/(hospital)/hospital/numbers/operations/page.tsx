import type { Metadata } from "next";
import { z } from "zod";
import { OperationsBehind } from "@/components/analytics/operations-behind";
import { OperationsHeader } from "@/components/analytics/operations-header";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { COUNTED_OPERATIONS } from "@/lib/domain/analytics/status";
import { localDate } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../../require-desk";

export const metadata: Metadata = { title: "Behind a number" };

const wanted = z.object({
  what: z.enum(COUNTED_OPERATIONS).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  cursor: z.string().max(1024).optional(),
});
const PAGE = 50;

export default async function OperationsBehindPage({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = readSearch(wanted, await searchParams);
  const { cursor, ...counted } = asked.filter;
  const { actor, hospital } = await requireDesk(routes.hospital.countedOperations(counted));
  const { what = "stays", ...days } = counted;
  const query = { hospitalId: hospital.id, what, ...days };
  const page = await loadFrom(cursor, (from) => listOperationsBehind(actor, query, { limit: PAGE, cursor: from }));
  return (
    <>
      <OperationsHeader what={what} days={days} hospitalId={hospital.id} />
      <LeftOutNote read={asked} />
      <OperationsBehind portal="hospital" what={what} rows={page.items} timeZone={hospital.timeZone} />
      <LoadMore
        href={page.nextCursor ? routes.hospital.countedOperations({ what, ...days, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
