import type { Metadata } from "next";
import { z } from "zod";
import { Accesses } from "@/components/audit/accesses";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { findArchiveEnd, listAccessesToNotes } from "@/lib/domain/audit/queries";
import { uuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Who read your notes" };

const PAGE = 20;
const wantedAccesses = z.object({ visit: uuid.optional(), cursor: z.string().max(1024).optional() });

export default async function AccessPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(wantedAccesses, await searchParams);
  const wanted = read.filter;
  const actor = await requireDoctor(routes.doctor.access(wanted));
  const page = await loadFrom(wanted.cursor, (cursor) =>
    listAccessesToNotes(actor, { appointmentId: wanted.visit }, { limit: PAGE, cursor }),
  );
  const notes = wanted.visit ? "this note" : "your notes";
  return (
    <>
      <PageHeader
        back={
          wanted.visit
            ? { href: routes.doctor.visit(wanted.visit), label: "Visit" }
            : { href: routes.doctor.home(), label: "Today" }
        }
        title={page.items.length === 0 ? `No one else has opened ${notes}` : `Who opened ${notes}`}
        text="Everyone but you who read or changed what you wrote. Entries can't be changed or deleted."
      />
      <LeftOutNote read={read} />
      <Accesses
        accesses={page.items}
        visitWords="the visit"
        visitHref={(id) => routes.doctor.visit(id)}
        withPatient
        emptyText="When a patient reads a note you have signed, you'll see it here."
        earlier={page.nextCursor ? routes.doctor.access({ ...wanted, cursor: page.nextCursor }) : null}
        archivedUntil={await findArchiveEnd()}
      />
    </>
  );
}
