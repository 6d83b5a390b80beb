import type { Metadata } from "next";
import { Accesses } from "@/components/audit/accesses";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { loadFrom, type Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { findArchiveEnd, listAccesses } from "@/lib/domain/audit/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Who opened your records" };

const PAGE = 20;

export default async function AccessPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.recordAccess);
  const wanted = read.filter;
  const patients = await listOwnPatients(actor, actor.readablePatientIds);
  const page = await loadFrom(wanted.cursor, (cursor) => listAccesses(actor, { patientIds }, { limit: PAGE, cursor }));
  return (
    <>
      <PageHeader
        title={page.items.length === 0 ? "No one has opened your records" : "Who opened your records"}
        text="Every time someone opens or changes your records, it is written down here: who, when and why. It can't be changed or deleted."
      />
      <RecordsNav current="access" patientId={wanted.for} patients={patients} />
      <LeftOutNote read={read} />
      <Accesses
        accesses={page.items}
        visitWords={patients.length > 1 ? "the visit" : "your visit"}
        visitHref={(id) => routes.patient.visit(id)}
        withPatient={patients.length > 1}
        emptyText="As soon as a doctor writes or reads something in your records, you'll see it here."
        earlier={page.nextCursor ? routes.patient.recordAccess({ ...wanted, cursor: page.nextCursor }) : null}
        archivedUntil={await findArchiveEnd()}
      />
    </>
  );
}
