import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { AccessList } from "@/components/audit/access-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, type Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { listAccesses } from "@/lib/domain/audit/queries";
import { myPatients } from "@/lib/domain/patients/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Who opened your records" };

const PAGE = 20;

export default async function AccessPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.recordAccess);
  const wanted = read.filter;
  const patients = await myPatients(actor);
  const page = await loadFrom(wanted.cursor, (cursor) => listAccesses(actor, { patientIds }, { limit: PAGE, cursor }));
  return (
    <>
      <PageHeader
        title={page.items.length === 0 ? "No one has opened your records" : "Who opened your records"}
        text="Every time someone opens or changes your records, it is written down here: who, when and why. It can't be changed or deleted."
      />
      <RecordsNav current="access" patientId={wanted.for} patients={patients} />
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
