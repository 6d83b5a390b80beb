import { ClipboardCheck } from "lucide-react";
import type { Metadata } from "next";
import { CandidateCard } from "@/components/administration/candidate-card";
import { ChangeCard } from "@/components/administration/change-card";
import { FilterLinks } from "@/components/ui/filter-links";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { changesTitle, queueTitle, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import { listChanges } from "@/lib/domain/administration/list-changes";
import { countWaiting, listQueue } from "@/lib/domain/administration/list-queue";
import { changesQuery, queueQuery } from "@/lib/domain/administration/schema";
import type { Verification } from "@/lib/domain/administration/status";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";

const TABS = [
  { value: "PENDING", label: "Waiting" },
  { value: "VERIFIED", label: "Verified" },
  { value: "REJECTED", label: "Rejected" },
  { value: "SUSPENDED", label: "Suspended" },
] as const;

const CHANGES = "changes";

export async function generateMetadata({ searchParams }: { searchParams: Promise<Search> }): Promise<Metadata> {
  const waiting = await countWaiting(await requireAdmin(routes.admin.queue()));
  return { title: (await searchParams).view === CHANGES ? changesTitle(waiting.change) : queueTitle(waiting) };
}

export default async function QueuePage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.queue());
  const search = await searchParams;
  const waiting = await countWaiting(actor);
  const isChanges = search.view === CHANGES;
  const read = readSearch(queueQuery, search);
  const { state, cursor } = read.filter;
  const links = [
    ...TABS.map((tab) => ({
      label: tab.label,
      href: routes.admin.queue({ state: tab.value }),
      isCurrent: !isChanges && tab.value === state,
    })),
    {
      label: waiting.change > 0 ? `Changes (${waiting.change})` : "Changes",
      href: routes.admin.queue({ view: CHANGES }),
      isCurrent: isChanges,
    },
  ];
  const queueText = `Only verified doctors and hospitals are listed and can be booked.${state === "PENDING" ? " Oldest first." : ""}`;
  return (
    <>
      <PageHeader
        title={isChanges ? changesTitle(waiting.change) : queueTitle(waiting)}
        text={
          isChanges
            ? "Requested by verified doctors and hospitals. The current details stay public until you decide."
            : queueText
        }
      />
      <FilterLinks label="Status" links={links} />
      <LeftOutNote read={read} />
      {isChanges ? (
        <Changes actor={actor} cursor={cursor} />
      ) : (
        <Candidates actor={actor} state={state} cursor={cursor} />
      )}
    </>
  );
}

type PartProps = { actor: Actor; cursor: string | undefined };

async function Changes({ actor, cursor }: PartProps) {
  const page = await loadFrom(cursor, (from) => listChanges(actor, changesQuery.parse({ cursor: from })));
  if (page.items.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardCheck />}
        title="No changes to review"
        text="When a verified doctor or hospital changes their name, address or number, it appears here."
      />
    );
  }
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {page.items.map((change) => (
          <ChangeCard key={change.id} change={change} />
        ))}
      </ul>
      <LoadMore href={page.nextCursor ? routes.admin.queue({ view: CHANGES, cursor: page.nextCursor }) : null} />
    </>
  );
}

async function Candidates({ actor, state, cursor }: PartProps & { state: Verification }) {
  const page = await loadFrom(cursor, (from) => listQueue(actor, queueQuery.parse({ state, cursor: from })));
  const isQueue = state === "PENDING";
  if (page.items.length === 0) {
    return (
      <EmptyState
        icon={<ClipboardCheck />}
        title={isQueue ? "The queue is empty" : `None ${VERIFICATION_LABELS[state].label.toLowerCase()}`}
        text={
          isQueue
            ? "New doctors and hospitals appear here automatically."
            : "Doctors and hospitals with this status appear here."
        }
      />
    );
  }
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {page.items.map((candidate) => (
          <CandidateCard key={candidate.id} candidate={candidate} />
        ))}
      </ul>
      <LoadMore href={page.nextCursor ? routes.admin.queue({ state, cursor: page.nextCursor }) : null} />
    </>
  );
}
