import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { pagesWanted } from "@/app/search-params";
import { NameSearch } from "@/components/directory/name-search";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { ServiceList } from "@/components/services/service-list";
import { faultOf } from "@/components/shell/left-out";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { listServices } from "@/lib/domain/services/queries";
import { serviceListQuery } from "@/lib/domain/services/schema";
import { readFilters } from "@/lib/platform/input/filters";
import { routes } from "@/lib/site/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PER_PAGE = 50;
const MAX_PAGES = 10;

export const metadata: Metadata = {
  title: "Services",
  description: "Consultations, examinations and check-ups you can book, with doctors and their next available times.",
  alternates: { canonical: routes.services.list() },
  openGraph: { title: "Services", url: routes.services.list() },
};

export default async function ServicesPage({ searchParams }: Props) {
  const search = await searchParams;
  const typed = typeof search.q === "string" ? search.q : "";
  const read = readFilters(serviceListQuery, ["q"], search);
  const pages = pagesWanted(search.pages, MAX_PAGES);
  const { items, nextCursor } = await listServices({ q: read.filter.q }, { limit: pages * PER_PAGE });
  const doctorIds = [...new Set(items.flatMap((item) => item.doctors.map((doctor) => doctor.id)))].slice(0, 100);
  return (
    <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6 lg:px-8">
      <LiveRefresh channels={doctorIds.map((id) => `doctor-${id}`)} />
      <PageHeader title="Services" text="What each service is, who offers it, and the next available times." />
      <NameSearch
        action={routes.services.list()}
        value={typed}
        label="Service"
        placeholder="Hearing test, vaccination …"
        error={faultOf(read.leftOut, "q")}
      />
      <LeftOutNote read={read} className="mt-4" />
      {items.length === 0 ? (
        <EmptyState icon={<SearchX />} title="No services match" text="Try a shorter word." className="mt-6" />
      ) : (
        <ServiceList services={items} />
      )}
      <LoadMore
        href={nextCursor && pages < MAX_PAGES ? routes.services.list({ q: typed, pages: pages + 1 }) : null}
        label="Show more services"
      />
    </div>
  );
}
