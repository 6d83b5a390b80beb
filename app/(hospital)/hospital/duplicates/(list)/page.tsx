import { CopyCheck } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { DuplicateList } from "@/components/merges/duplicate-list";
import { DuplicateViews } from "@/components/merges/duplicate-views";
import { MergeList } from "@/components/merges/merge-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import type { Actor } from "@/lib/actor/actor";
import { duplicatesTitle } from "@/lib/domain/merges/format";
import { countDuplicates, listDuplicates, listMerges } from "@/lib/domain/merges/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Duplicates" };

const PAGE = 20;
const wanted = z.object({
  view: z.enum(["set-aside", "merged"]).optional(),
  cursor: z.string().max(1024).optional(),
});

export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.duplicates());
  const read = readSearch(wanted, await searchParams);
  const { view, cursor } = read.filter;
  const [count, list] = await Promise.all([
    countDuplicates(actor, hospital.id),
    view === "merged" ? loadMerged(actor, hospital.id, cursor) : loadPairs(actor, hospital.id, view, cursor),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={hospital.name}
        title={duplicatesTitle(count)}
        text="Compare them side by side. If they are of one person, merge them; it can be undone."
      />
      <DuplicateViews view={view} />
      <LeftOutNote read={read} />
      {list.content ?? <EmptyState icon={<CopyCheck />} {...EMPTY[view ?? "open"]} />}
      <LoadMore href={list.nextCursor ? routes.hospital.duplicates({ view, cursor: list.nextCursor }) : null} />
    </>
  );
}

async function loadPairs(actor: Actor, hospitalId: string, view: "set-aside" | undefined, cursor: string | undefined) {
  const { items, nextCursor } = await loadFrom(cursor, (from) =>
    listDuplicates(actor, hospitalId, { status: view ?? "open", limit: PAGE, cursor: from }),
  );
  return { nextCursor, content: items.length > 0 ? <DuplicateList duplicates={items} /> : null };
}

async function loadMerged(actor: Actor, hospitalId: string, cursor: string | undefined) {
  const { items, nextCursor } = await loadFrom(cursor, (from) =>
    listMerges(actor, hospitalId, { limit: PAGE, cursor: from }),
  );
  return { nextCursor, content: items.length > 0 ? <MergeList merges={items} /> : null };
}

const EMPTY = {
  open: {
    title: "No likely duplicates",
    text: "Records of your patients with a similar name and the same date of birth or phone appear here.",
  },
  "set-aside": {
    title: "No pairs set aside",
    text: "Pairs you mark as different people stay here, and aren't suggested again.",
  },
  merged: { title: "Nothing merged yet", text: "Records you merge stay here, each with a way to undo it." },
};
