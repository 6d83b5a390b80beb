import type { Metadata } from "next";
import { z } from "zod";
import { AmbulanceSection } from "@/app/(patient)/patient/stays/(list)/ambulance-section";
import { BedSection } from "@/app/(patient)/patient/stays/(list)/bed-section";
import { readSearch, type Search } from "@/app/search-params";
import { StaysTitle } from "@/components/beds/stays-title";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { toStayCard } from "@/lib/domain/beds/output";
import { listStays } from "@/lib/domain/beds/queries";
import { OPEN_STATUSES } from "@/lib/domain/beds/status";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Stays and ambulances" };

const MAX_OPEN = 20;
/** `beds`: past stays; `cursor` and `calls`: the positions in the two lists. */
const wanted = z.object({
  beds: z.literal("past").optional(),
  cursor: z.string().max(1024).optional(),
  calls: z.string().max(1024).optional(),
});

/** Beds and ambulances, each a section that loads its own data. */
export default async function StaysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(wanted, await searchParams);
  const search = read.filter;
  const actor = await requirePageActor(routes.patient.stays(search));
  const open = await listStays(
    actor,
    { patientIds: actor.patientIds, statuses: [...OPEN_STATUSES] },
    { limit: MAX_OPEN },
  );
  return (
    <>
      <PageHeader
        title={<StaysTitle stays={open.items.map(toStayCard)} />}
        text="Your requests to hospitals, updated live."
      />
      <LeftOutNote read={read} />
      <BedSection actor={actor} isPast={search.beds === "past"} cursor={search.cursor} />
      <AmbulanceSection actor={actor} cursor={search.calls} />
    </>
  );
}
