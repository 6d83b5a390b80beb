import type { Metadata } from "next";
import { z } from "zod";
import { BedStays } from "@/app/(patient)/patient/stays/(list)/bed-stays";
import { hrefWith, readSearch, type Search } from "@/app/search-params";
import { FilterLinks } from "@/components/administration/filter-links";
import { StaysTitle } from "@/components/beds/stays-title";
import { PageHeader } from "@/components/ui/page-header";
import { toStayCard } from "@/lib/domain/beds/format";
import { listStays } from "@/lib/domain/beds/queries";
import { OPEN_STATUSES } from "@/lib/domain/beds/status";
import { requirePageActor } from "@/lib/platform/auth/session";

export const metadata: Metadata = { title: "Hospital stays and ambulances" };

const PATH = "/patient/stays";
const wanted = z.object({ tab: z.literal("past").optional(), cursor: z.string().max(1024).optional() });

/** Beds and ambulances, each a section of its own that reads for itself. */
export default async function StaysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { tab, cursor } = readSearch(wanted, await searchParams);
  const actor = await requirePageActor(hrefWith(PATH, { tab }));
  const open = await listStays(actor, { patientIds: actor.patientIds, statuses: [...OPEN_STATUSES] }, { limit: 20 });
  const isPast = tab === "past";
  return (
    <>
      <PageHeader title={<StaysTitle stays={open.items.map(toStayCard)} />} />
      <FilterLinks
        label="Which"
        links={[
          { label: "Current", href: PATH, isCurrent: !isPast },
          { label: "Past", href: hrefWith(PATH, { tab: "past" }), isCurrent: isPast },
        ]}
      />
      <BedStays actor={actor} isPast={isPast} cursor={cursor} />
    </>
  );
}
