import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArchivedNote } from "@/components/audit/archived-note";
import { OperationList, type OperationLine } from "@/components/audit/operation-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { KIND_LABELS } from "@/lib/domain/audit/format";
import { findArchiveEnd, listOperations } from "@/lib/domain/audit/queries";
import { operationsQuery, type Operation } from "@/lib/domain/audit/schema";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Operations" };

const PAGE = 50;
const KINDS = [undefined, "beds", "ambulances", "appointments", "people", "setup"] as const;

export default async function OperationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(operationsQuery, await searchParams);
  const { kind, cursor } = read.filter;
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.operations({ kind }));
  // The layout checks the same earlier, but both are rendered at once.
  if (!isManager) notFound();
  const page = await loadFrom(cursor, (from) =>
    listOperations(actor, hospital.id, { kind }, { limit: PAGE, cursor: from }),
  );
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={page.items.length === 0 ? "Nothing has been done yet" : "Who did what"}
        text="Admissions, discharges, beds, calls, appointments and set-up. Entries can't be changed or deleted."
      />
      <FilterLinks
        label="Kind"
        links={KINDS.map((one) => ({
          label: one ? KIND_LABELS[one] : "Everything",
          href: routes.hospital.operations({ kind: one }),
          isCurrent: kind === one,
        }))}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<ClipboardList />}
          title="Nothing here yet"
          text="What your staff and doctors do at the hospital appears here."
        />
      ) : (
        <OperationList operations={page.items.map(toLine)} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.hospital.operations({ kind, cursor: page.nextCursor }) : null}
        label="Show earlier"
      />
      <ArchivedNote until={await findArchiveEnd()} hasMore={page.nextCursor !== null}>
        If you need to see them, ask those who run this site.
      </ArchivedNote>
    </>
  );
}

function toLine(operation: Operation): OperationLine {
  const { subject, subjectId } = operation;
  if (subjectId && subject === "bed-booking") return { ...operation, href: routes.hospital.stay(subjectId) };
  if (subjectId && subject === "appointment") return { ...operation, href: routes.hospital.appointment(subjectId) };
  if (subject === "ambulance" || subject === "ambulance-booking")
    return { ...operation, href: routes.hospital.ambulances() };
  if (subject === "bed" || subject === "ward") return { ...operation, href: routes.hospital.beds() };
  return { ...operation, href: null };
}
