import { Hospital } from "lucide-react";
import type { Metadata } from "next";
import { pagesWanted } from "@/app/search-params";
import { HospitalCard } from "@/components/hospitals/hospital-card";
import { NameSearch } from "@/components/directory/name-search";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { faultOf } from "@/components/shell/left-out";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { searchListedHospitals } from "@/lib/domain/analytics/queries";
import { hospitalFilter } from "@/lib/domain/hospitals/schema";
import { readFilters } from "@/lib/platform/input/filters";
import { routes } from "@/lib/site/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PER_PAGE = 12;
const MAX_PAGES = 12;

export const metadata: Metadata = {
  title: "Hospitals",
  description: "Hospitals with their free beds and ambulances, departments, doctors and phone numbers.",
  alternates: { canonical: routes.hospitals.list() },
  openGraph: { title: "Hospitals", url: routes.hospitals.list() },
};

export default async function HospitalsPage({ searchParams }: Props) {
  const search = await searchParams;
  const typed = typeof search.q === "string" ? search.q : "";
  const read = readFilters(hospitalFilter, ["q"], search);
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const { items, nextCursor } = await searchListedHospitals(read.filter, { limit: pages * PER_PAGE });
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <LiveRefresh channels={items.map(({ id }) => `hospital-${id}`)} />
      {items[0] ? <KeepFresh asOf={items[0].capacity.asOf} /> : null}
      <PageHeader
        title="Hospitals"
        text="Free beds and ambulances, departments, and doctors with their next available times."
      />
      <NameSearch
        action={routes.hospitals.list()}
        value={typed}
        label="Hospital or place"
        placeholder="Name or city"
        error={faultOf(read.leftOut, "q")}
      />
      <LeftOutNote read={read} className="mt-4" />
      {items.length === 0 ? (
        <EmptyState icon={<Hospital />} title="No hospitals match" text="Try another name or city." className="mt-6" />
      ) : (
        <ul className="mt-6 grid gap-4 md:grid-cols-2">
          {items.map((hospital) => (
            <li key={hospital.id}>
              <HospitalCard hospital={hospital} />
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        href={nextCursor && pages < MAX_PAGES ? routes.hospitals.list({ q: typed, pages: pages + 1 }) : null}
        label="Show more hospitals"
      />
    </div>
  );
}
