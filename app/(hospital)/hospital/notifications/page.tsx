import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { hrefWith, readSearch, type Search } from "@/app/(admin)/admin/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NewsByDay } from "@/components/notifications/news-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { countUnread, listNews } from "@/lib/domain/notifications/queries";

export const metadata: Metadata = { title: "News" };

const PATH = "/hospital/notifications";
const PAGE = 30;
const wantedNews = z.object({ cursor: z.string().max(1024).optional() });

export default async function NewsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { cursor } = readSearch(wantedNews, await searchParams);
  const { actor } = await requireDesk(PATH);
  const [unread, page] = await Promise.all([countUnread(actor), listNews(actor, { limit: PAGE, ...(cursor ? { cursor } : {}) })]);
  return (
    <>
      <PageHeader title={titleOf(unread)} actions={unread > 0 ? <MarkAllRead /> : null} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<BellOff />}
          title="No news for you"
          text="Decisions about the hospital arrive here. What happens to appointments you see live in the lists."
        />
      ) : (
        <div className="max-w-2xl">
          <NewsByDay items={page.items} portal="hospital" />
        </div>
      )}
      <LoadMore href={page.nextCursor ? hrefWith(PATH, { cursor: page.nextCursor }) : null} label="Show older news" />
    </>
  );
}

function titleOf(unread: number): string {
  if (unread === 0) return "Nothing new";
  if (unread >= 100) return "More than 99 things are new";
  return unread === 1 ? "One thing is new" : `${unread} things are new`;
}
