import { Eye, FileText } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { FilterLinks } from "@/components/ui/filter-links";
import { NoteList } from "@/components/records/note-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { myPatients, type MyPatient } from "@/lib/domain/patients/queries";
import { listSignedNotes } from "@/lib/domain/records/queries";
import { withoutFilter } from "@/lib/platform/input/filters";
import { requirePageActor } from "@/lib/actor/session";
import { uuid } from "@/lib/platform/input/text";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Records" };

const PAGE = 20;
const wantedNotes = z.object({ for: uuid.optional(), cursor: z.string().max(1024).optional() });

export default async function RecordsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const asked = readSearch(wantedNotes, given);
  const actor = await requirePageActor(routes.patient.records(asked.filter));
  const isTheirs = !asked.filter.for || actor.patientIds.includes(asked.filter.for);
  const read = isTheirs ? asked : withoutFilter(asked, given, "for");
  const wanted = read.filter;
  const patientIds = wanted.for ? [wanted.for] : actor.patientIds;
  const patients = await myPatients(actor);
  const page = await loadFrom(wanted.cursor, (cursor) =>
    listSignedNotes(actor, { patientIds }, { limit: PAGE, cursor }),
  );
  const notes = page.items.map(toNote);
  return (
    <>
      <PageHeader
        title={titleOf(notes.length, page.nextCursor !== null, Boolean(wanted.cursor))}
        text="Notes appear here as soon as your doctors sign them. Every time your record is opened, it is logged, including by you."
        actions={
          <Button asChild variant="secondary">
            <Link href={routes.patient.recordAccess({ for: wanted.for })}>
              <Eye aria-hidden />
              Who opened your records
            </Link>
          </Button>
        }
      />
      {patients.length > 1 ? <WhoseRecords patients={patients} wantedId={wanted.for} /> : null}
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
        href={page.nextCursor ? routes.patient.records({ ...wanted, cursor: page.nextCursor }) : null}
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

function WhoseRecords({ patients, wantedId }: { patients: MyPatient[]; wantedId: string | undefined }) {
  return (
    <FilterLinks
      label="Whose records"
      links={[{ name: "Everyone", id: undefined }, ...patients].map(({ id, name }) => ({
        label: name,
        href: routes.patient.records({ for: id }),
        isCurrent: wantedId === id,
      }))}
    />
  );
}
