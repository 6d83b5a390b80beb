import { CalendarSync } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { RecallPeople } from "@/components/recalls/recall-people";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { VIEW_LABELS } from "@/lib/domain/recalls/format";
import { listRecalls } from "@/lib/domain/recalls/queries";
import { RECALL_VIEWS, type RecallView } from "@/lib/domain/recalls/status";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Recalls" };

const PAGE = 20;
const wanted = z.object({ view: z.enum(RECALL_VIEWS).default("due"), cursor: z.string().max(1024).optional() });

const NOTHING: Record<RecallView, { title: string; text: string }> = {
  due: {
    title: "No one is due",
    text: "People you have asked to come again appear here four weeks before the month, until they book.",
  },
  later: { title: "No recalls to come", text: "Open a visit and choose “Set a recall”." },
  booked: { title: "Nothing booked", text: "Once someone books the appointment you asked for, they appear here." },
  dismissed: { title: "No one has said no", text: "People who have dismissed your request appear here." },
};

export default async function RecallsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const read = readSearch(wanted, await searchParams);
  const { view } = read.filter;
  const actor = await requireDoctor(routes.doctor.recalls());
  const page = await loadFrom(read.filter.cursor, (cursor) =>
    listRecalls(actor, { doctorId: actor.doctorId, view }, { limit: PAGE, cursor }),
  );
  return (
    <>
      <PageHeader
        title="Recalls"
        text="People you have asked to come again. They are asked to book four weeks before the month; those without an account appear on the To call list."
      />
      <FilterLinks
        label="Which recalls"
        links={RECALL_VIEWS.map((one) => ({ label: VIEW_LABELS[one], href: hrefOf(one), isCurrent: one === view }))}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState icon={<CalendarSync />} {...NOTHING[view]} />
      ) : (
        <RecallPeople recalls={page.items} />
      )}
      <LoadMore href={page.nextCursor ? hrefOf(view, page.nextCursor) : null} />
    </>
  );
}

function hrefOf(view: RecallView, cursor?: string) {
  return routes.doctor.recalls({ view: view === "due" ? undefined : view, cursor });
}
