import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { AddDocument } from "@/components/documents/add-document";
import { DocumentList } from "@/components/documents/document-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, type Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { toDocumentOutput } from "@/lib/domain/documents/output";
import { listDocuments } from "@/lib/domain/documents/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { localDateAt } from "@/lib/platform/time/local-date";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Documents" };

const PAGE = 30;

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.documents);
  const wanted = read.filter;
  const [patients, page] = await Promise.all([
    listOwnPatients(actor, actor.readablePatientIds),
    loadFrom(wanted.cursor, (cursor) => listDocuments(actor, patientIds, { limit: PAGE, cursor })),
  ]);
  const kept = patients.filter(({ id }) => patientIds.includes(id) && actor.patientIds.includes(id));
  const isKept = new Set(kept.map(({ id }) => id));
  const nameOf = new Map(patientIds.length > 1 ? patients.map(({ id, name }) => [id, name] as const) : []);
  const documents = page.items.map(toDocumentOutput).map((one) => {
    const patientName = nameOf.get(one.patientId);
    return { ...one, isKept: isKept.has(one.patientId), ...(patientName === undefined ? {} : { patientName }) };
  });
  return (
    <>
      <PageHeader
        title="Documents"
        text="Letters, reports and photos that you keep with your records. Doctors who treat you can open them."
        actions={kept.length > 0 ? <AddDocument people={kept} today={localDateAt(new Date(), actor.timeZone)} /> : null}
      />
      <RecordsNav current="documents" patientId={wanted.for} patients={patients} />
      <LeftOutNote read={read} />
      {documents.length === 0 ? (
        <EmptyState
          icon={<FolderOpen />}
          title="No documents yet"
          text="Add a letter, a report or a photo, such as one you would otherwise bring to the visit."
        />
      ) : (
        <Card>
          <DocumentList documents={documents} />
        </Card>
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.documents({ ...wanted, cursor: page.nextCursor }) : null}
        label="Show earlier documents"
      />
    </>
  );
}
