import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NewsByDay } from "@/components/notifications/news-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { hrefWith, readSearch, type Search } from "@/app/(admin)/admin/search-params";
import { countUnread, listNews } from "@/lib/domain/notifications/queries";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "News" };

const PATH = "/doctor/notifications";
const PAGE = 30;
const wantedNews = z.object({ cursor: z.string().max(1024).optional() });

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { cursor } = readSearch(wantedNews, await searchParams);
  const actor = await requireDoctor(PATH);
  const [unread, page] = await Promise.all([countUnread(actor), listNews(actor, { limit: PAGE, ...(cursor ? { cursor } : {}) })]);
  return (
    <>
      <PageHeader title={page.items.length > 0 ? titleOf(unread) : "No news yet"} actions={unread > 0 ? <MarkAllRead /> : null} />
      {page.items.length === 0 ? (
        <EmptyState icon={<BellOff />} title="Quiet so far" text="When a visit is booked, moved or cancelled, you read it here at once." />
      ) : (
        <div className="max-w-2xl">
          <NewsByDay items={page.items} portal="doctor" />
        </div>
      )}
      <LoadMore href={page.nextCursor ? hrefWith(PATH, { cursor: page.nextCursor }) : null} label="Show older news" />
    </>
  );
}

function titleOf(unread: number): string {
  if (unread === 0) return "You have read everything";
  if (unread >= 100) return "More than 99 things are new";
  return unread === 1 ? "One thing is new" : `${unread} things are new`;
}
