import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { hrefWith, type Search } from "@/app/(admin)/admin/search-params";
import { NewsByDay } from "@/components/notifications/news-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { listNews } from "@/lib/domain/notifications/queries";

export const metadata: Metadata = { title: "News" };

export default async function NewsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin("/admin/notifications");
  const { cursor } = await searchParams;
  const page = await listNews(actor, { limit: 20, ...(typeof cursor === "string" ? { cursor } : {}) });
  return (
    <>
      <PageHeader title={page.items.length === 0 ? "Nothing new" : "What has changed for you"} />
      {page.items.length === 0 ? (
        <EmptyState icon={<BellOff />} title="No news" text="Who waits for verification is always in the queue." />
      ) : (
        <NewsByDay items={page.items} portal="admin" />
      )}
      <LoadMore href={page.nextCursor ? hrefWith("/admin/notifications", { cursor: page.nextCursor }) : null} />
    </>
  );
}
