import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { AccessList } from "@/components/audit/access-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { listAccesses } from "@/lib/domain/audit/queries";
import { myPatients } from "@/lib/domain/patients/queries";
import { requirePageActor } from "@/lib/actor/session";
import { withoutFilter } from "@/lib/platform/input/filters";
import { uuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Who opened your records" };

const PAGE = 20;
const wantedAccesses = z.object({ for: uuid.optional(), cursor: z.string().max(1024).optional() });

export default async function AccessPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const asked = readSearch(wantedAccesses, given);
  const actor = await requirePageActor(routes.patient.recordAccess(asked.filter));
  const isTheirs = !asked.filter.for || actor.patientIds.includes(asked.filter.for);
  const read = isTheirs ? asked : withoutFilter(asked, given, "for");
  const wanted = read.filter;
  const patientIds = wanted.for ? [wanted.for] : actor.patientIds;
  const patients = await myPatients(actor);
  const page = await loadFrom(wanted.cursor, (cursor) => listAccesses(actor, { patientIds }, { limit: PAGE, cursor }));
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.records(), label: "Records" }}
        title={page.items.length === 0 ? "No one has opened your records" : "Who opened your records"}
        text="Every time someone opens or changes your records, it is written down here: who, when and why. It can't be changed or deleted."
      />
      {patients.length > 1 ? (
        <FilterLinks
          label="Whose records"
          links={[{ name: "Everyone", id: undefined }, ...patients].map(({ id, name }) => ({
            label: name,
            href: routes.patient.recordAccess({ for: id }),
            isCurrent: wanted.for === id,
          }))}
        />
      ) : null}
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Eye />}
          title="Nothing here yet"
          text="As soon as a doctor writes or reads something in your records, you'll see it here."
        />
      ) : (
        <AccessList
          accesses={page.items}
          visitWords={patients.length > 1 ? "the visit" : "your visit"}
          visitHref={(id) => routes.patient.visit(id)}
          withPatient={patients.length > 1}
        />
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.recordAccess({ ...wanted, cursor: page.nextCursor }) : null}
        label="Show earlier"
      />
    </>
  );
}
