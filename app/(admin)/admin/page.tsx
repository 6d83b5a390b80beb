import { ClipboardCheck } from "lucide-react";
import type { Metadata } from "next";
import { CandidateCard } from "@/components/administration/candidate-card";
import { FilterLinks } from "@/components/administration/filter-links";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { hrefWith, loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { queueTitle, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import { countWaiting, listQueue } from "@/lib/domain/administration/list-queue";
import { queueQuery } from "@/lib/domain/administration/schema";

const TABS = [
  { value: "PENDING", label: "Waiting" },
  { value: "VERIFIED", label: "Verified" },
  { value: "REJECTED", label: "Rejected" },
  { value: "SUSPENDED", label: "Suspended" },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: queueTitle(await countWaiting(await requireAdmin("/admin"))) };
}

export default async function QueuePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin("/admin");
  const query = readSearch(queueQuery, await searchParams);
  const [waiting, page] = await Promise.all([countWaiting(actor), loadFrom(query.cursor, (cursor) => listQueue(actor, { ...query, cursor }))]);
  const { state } = query;
  return (
    <>
      <PageHeader title={queueTitle(waiting)} text={`Only who is verified is listed and can be booked.${state === "PENDING" ? " Who waits longest comes first." : ""}`} />
      <FilterLinks
        label="State"
        links={TABS.map((tab) => ({ label: tab.label, href: hrefWith("/admin", { state: tab.value }), isCurrent: tab.value === state }))}
      />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<ClipboardCheck />}
          title={state === "PENDING" ? "The queue is empty" : `Nobody is ${VERIFICATION_LABELS[state].label.toLowerCase()}`}
          text={state === "PENDING" ? "New doctors and hospitals appear here by themselves." : "Doctors and hospitals in this state are listed here."}
        />
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {page.items.map((candidate) => (
            <CandidateCard key={candidate.id} candidate={candidate} />
          ))}
        </ul>
      )}
      <LoadMore href={page.nextCursor ? hrefWith("/admin", { state, cursor: page.nextCursor }) : null} />
    </>
  );
}
