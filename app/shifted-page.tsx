import { CalendarCheck } from "lucide-react";
import { z } from "zod";
import { ShiftedList } from "@/components/appointments/shifted-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { shiftedTitle } from "@/lib/domain/appointments/format";
import { toShiftedCard } from "@/lib/domain/appointments/output-shift";
import { listShifted, loadShifted, type ShiftedFilter } from "@/lib/domain/appointments/load-shifted";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";
import { SHIFTED_TEXT } from "./shifted-part";

const PAGE = 50;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = { actor: Actor; portal: "hospital" | "doctor"; list: ShiftedFilter; search: Search };

/** All visits that have shifted by the clock, for the doctor and the front desk. */
export async function ShiftedPage({ actor, portal, list, search }: Props) {
  const read = readSearch(wanted, search);
  const { cursor } = read.filter;
  const [{ count }, page] = await Promise.all([
    loadShifted(actor, list, 0),
    loadFrom(cursor, (from) => listShifted(actor, list, { limit: PAGE, cursor: from })),
  ]);
  const now = new Date();
  return (
    <>
      <PageHeader title={shiftedTitle(count)} text={SHIFTED_TEXT} />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<CalendarCheck />}
          title="All appointments are at the agreed time"
          text="If time zone rules change, appointments with a new local time appear here."
        />
      ) : (
        <ShiftedList visits={page.items.map((visit) => toShiftedCard(visit, now))} portal={portal} />
      )}
      <LoadMore href={page.nextCursor ? routes[portal].shifted({ cursor: page.nextCursor }) : null} />
    </>
  );
}
