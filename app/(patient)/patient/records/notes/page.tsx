import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { NoteList } from "@/components/records/note-list";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, type Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { listSignedNotes } from "@/lib/domain/records/queries";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Notes" };

const PAGE = 20;

export default async function RecordsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.notes);
  const wanted = read.filter;
  const patients = await listOwnPatients(actor, actor.readablePatientIds);
  const page = await loadFrom(wanted.cursor, (cursor) =>
    listSignedNotes(actor, { patientIds }, { limit: PAGE, cursor }),
  );
  const notes = page.items.map(toNote);
  return (
    <>
      <PageHeader
        title={titleOf(notes.length, page.nextCursor !== null, Boolean(wanted.cursor))}
        text="Notes appear here as soon as your doctors sign them. Every time your record is opened, it is logged, including by you."
      />
      <RecordsNav current="notes" patientId={wanted.for} patients={patients} />
      <LeftOutNote read={read} />
      {notes.length === 0 ? (
        <EmptyState
          icon={<FileText />}
          title="No notes yet"
          text="After a visit, your doctor's notes appear here as soon as they are signed."
        />
      ) : (
        <NoteList notes={notes} withPatient={patientIds.length > 1} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.notes({ ...wanted, cursor: page.nextCursor }) : null}
        label="Show older notes"
      />
    </>
  );
}

function titleOf(count: number, hasMore: boolean, isLater: boolean): string {
  if (isLater) return "Older notes";
  if (count === 0) return "Nothing in your records yet";
  return `Notes from ${hasMore ? "more than " : ""}${counted(count, "visit")}`;
}

type SignedNote = Awaited<ReturnType<typeof listSignedNotes>>["items"][number];

function toNote(note: SignedNote) {
  return {
    appointmentId: note.id,
    start: note.startsAt.toISOString(),
    timeZone: note.hospital?.timeZone ?? note.doctor.timeZone,
    doctorName: note.doctor.name,
    placeName: note.hospital?.name ?? note.doctor.practiceName,
    serviceName: note.service?.name ?? null,
    patientName: note.patient.name,
  };
}
