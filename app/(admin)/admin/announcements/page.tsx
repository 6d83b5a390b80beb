import { Megaphone } from "lucide-react";
import type { Metadata } from "next";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { AnnouncementList } from "@/components/announcements/announcement-list";
import { PublishButton } from "@/components/announcements/publish-button";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { announcementsTitle } from "@/lib/domain/announcements/format";
import { countCurrent, listAnnouncements } from "@/lib/domain/announcements/queries";
import { announcementsQuery } from "@/lib/domain/announcements/schema";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Announcements" };

export default async function AnnouncementsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.announcements());
  const read = readSearch(announcementsQuery, await searchParams);
  const now = new Date();
  const asOf = now.toISOString();
  const [current, page] = await Promise.all([
    countCurrent(actor, now),
    loadFrom(read.filter.cursor, (cursor) => listAnnouncements(actor, { ...read.filter, cursor })),
  ]);
  return (
    <>
      <PageHeader
        title={announcementsTitle(current)}
        text="What everyone signed in, or some of them, read at the top of their pages."
        actions={<PublishButton asOf={asOf} />}
      />
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState
          icon={<Megaphone />}
          title="No announcements yet"
          text="Write one when people should know of something, such as planned maintenance."
        />
      ) : (
        <AnnouncementList announcements={page.items} asOf={asOf} />
      )}
      <LoadMore href={page.nextCursor ? routes.admin.announcements({ cursor: page.nextCursor }) : null} />
    </>
  );
}
