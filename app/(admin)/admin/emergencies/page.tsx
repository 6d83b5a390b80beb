import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { EmergencyList } from "@/components/emergency-access/emergency-list";
import { ReviewButtons } from "@/components/emergency-access/review-button";
import { ToldNote } from "@/components/emergency-access/told-note";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { reviewsTitle } from "@/lib/domain/emergency-access/format";
import { countOpenReviews, listReviews } from "@/lib/domain/emergency-access/queries";
import { reviewListQuery, type Review } from "@/lib/domain/emergency-access/schema";
import type { ReviewState } from "@/lib/domain/emergency-access/status";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Emergency access" };

const TABS = [
  { state: "open", label: "Awaiting review" },
  { state: "reviewed", label: "Reviewed" },
] as const;

export default async function EmergenciesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.emergencies());
  const read = readSearch(reviewListQuery, await searchParams);
  const { state, cursor } = read.filter;
  const [waiting, page] = await Promise.all([
    countOpenReviews(actor),
    loadFrom(cursor, (from) => listReviews(actor, reviewListQuery.parse({ state, cursor: from }))),
  ]);
  return (
    <>
      <PageHeader
        title={reviewsTitle(waiting)}
        text="Doctors who opened the record of someone they don’t treat. You see why and how often they looked, but nothing in the record."
      />
      <FilterLinks
        label="Status"
        links={TABS.map((tab) => ({
          label: tab.label,
          href: routes.admin.emergencies({ state: tab.state }),
          isCurrent: tab.state === state,
        }))}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? <NothingHere state={state} /> : <Reviews reviews={page.items} />}
      <LoadMore href={page.nextCursor ? routes.admin.emergencies({ state, cursor: page.nextCursor }) : null} />
    </>
  );
}

function NothingHere({ state }: { state: ReviewState }) {
  const isOpen = state === "open";
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title={isOpen ? "Nothing to review" : "Nothing reviewed yet"}
      text={
        isOpen
          ? "When a doctor opens a record in an emergency, it appears here at once."
          : "What you review appears here."
      }
    />
  );
}

function Reviews({ reviews }: { reviews: Review[] }) {
  return (
    <EmergencyList
      label="Emergency accesses"
      emergencies={reviews}
      titleOf={({ doctorName, patientName, looks }) => (
        <>
          {doctorName} <span className="font-normal">opened the record of</span> {patientName}
          <span className="font-normal text-quiet"> · {counted(looks, "look", "looks")}</span>
        </>
      )}
      noteOf={(review) => <ToldNote review={review} />}
      actionsOf={(review) => (review.canReview ? <ReviewButtons review={review} /> : null)}
    />
  );
}
