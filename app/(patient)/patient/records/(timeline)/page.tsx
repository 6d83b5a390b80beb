import { Download, History } from "lucide-react";
import type { Metadata } from "next";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { TimelineList } from "@/components/timeline/timeline-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, type Search } from "@/app/search-params";
import { readTimelineWanted, type TimelineWanted } from "@/app/(patient)/patient/records/read-wanted";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { KIND_LABELS } from "@/lib/domain/timeline/format";
import { listTimeline } from "@/lib/domain/timeline/queries";
import { monthsOf } from "@/lib/domain/timeline/rules";
import { TIMELINE_KINDS } from "@/lib/domain/timeline/status";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Records" };

const PAGE = 30;

export default async function TimelinePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, theirs, patientIds } = await readTimelineWanted(await searchParams);
  const wanted = read.filter;
  const [patients, page] = await Promise.all([
    listOwnPatients(actor, theirs),
    loadFrom(wanted.cursor, (cursor) =>
      listTimeline(actor, { patientIds, kind: wanted.kind }, { limit: PAGE, cursor }),
    ),
  ]);
  return (
    <>
      <PageHeader
        title={titleOf(wanted, page.items.length === 0)}
        actions={
          <Button asChild variant="secondary">
            <Link href={routes.patient.download()}>
              <Download aria-hidden /> Download everything
            </Link>
          </Button>
        }
        text="Visits, prescriptions, measurements, documents and stays in one list. Every time your record is opened, it is logged, including by you."
      />
      <RecordsNav current="timeline" patientId={wanted.for} patients={patients} kind={wanted.kind} />
      <FilterLinks
        label="What to show"
        links={[undefined, ...TIMELINE_KINDS].map((kind) => ({
          label: kind ? KIND_LABELS[kind] : "Everything",
          href: routes.patient.records({ for: wanted.for, kind }),
          isCurrent: wanted.kind === kind,
        }))}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState icon={<History />} {...emptyWords(wanted)} />
      ) : (
        <TimelineList months={monthsOf(page.items, actor.timeZone)} withPatient={patientIds.length > 1} />
      )}
      <LoadMore
        href={page.nextCursor ? routes.patient.records({ ...wanted, cursor: page.nextCursor }) : null}
        label="Show earlier"
      />
    </>
  );
}

function titleOf({ kind, cursor }: TimelineWanted, isEmpty: boolean): string {
  if (cursor) return "Earlier in your records";
  if (kind) return isEmpty ? "Nothing of this kind yet" : `${KIND_LABELS[kind]}, latest first`;
  return isEmpty ? "Nothing in your records yet" : "Your records, latest first";
}

function emptyWords({ kind }: TimelineWanted) {
  return kind
    ? { title: "Nothing here yet", text: "Show everything to see the rest of your records." }
    : { title: "No entries yet", text: "After your first visit, what happened appears here, the latest first." };
}
