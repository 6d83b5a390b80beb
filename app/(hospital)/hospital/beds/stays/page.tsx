import { BedDouble } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { SearchForm } from "@/components/administration/search-form";
import { HospitalStays } from "@/components/beds/hospital-stays";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { STATUS_LABELS } from "@/lib/domain/beds/format";
import { toStayCard } from "@/lib/domain/beds/output";
import { listHospitalStays } from "@/lib/domain/beds/list-hospital-stays";
import { BED_BOOKING_STATUSES } from "@/lib/domain/beds/status";
import { sealedName } from "@/lib/domain/lookup/schema";
import { routes } from "@/lib/site/routes";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Stays" };

const PAGE = 50;

const staysSearch = z.object({
  name: sealedName.optional(),
  status: z.enum(BED_BOOKING_STATUSES).optional(),
  cursor: z.string().max(1024).optional(),
});

export default async function HospitalStaysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const { actor, hospital } = await requireDesk(routes.hospital.stays());
  const { read, name } = readName(actor, readSearch(staysSearch, given), given);
  const { status, cursor } = read.filter;
  const page = await loadFrom(cursor, (from) =>
    listHospitalStays(actor, hospital.id, { name, status }, { limit: PAGE, cursor: from }),
  );
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.beds(), label: "Beds" }}
        title={name ? `Stays of “${name}”` : "All stays, newest first"}
      />
      <SearchForm
        people="stays"
        leftOut={read.leftOut}
        fields={[{ name: "name", label: "Patient's name", value: name, maxLength: 100 }]}
        choices={[
          {
            name: "status",
            label: "Status",
            value: status,
            options: BED_BOOKING_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
          },
        ]}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<BedDouble />}
          title={name || status ? "No stays match" : "No stays yet"}
          text={
            name || status
              ? "Try the start of a first or last name, or another status."
              : "Bed requests and stays appear here."
          }
        />
      ) : (
        <HospitalStays stays={page.items.map(toStayCard)} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.hospital.stays({ ...read.filter, cursor: page.nextCursor }) : null}
        label="Show earlier ones"
      />
    </>
  );
}
