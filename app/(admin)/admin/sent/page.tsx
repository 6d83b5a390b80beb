import type { Metadata } from "next";
import { readSearch, type Search } from "@/app/search-params";
import { SentMessagesPage } from "@/app/sent-messages-page";
import { listAllMessages } from "@/lib/domain/messages/queries";
import { allMessagesQuery } from "@/lib/domain/messages/schema";
import { routes } from "@/lib/site/routes";
import { requireAdmin } from "../require-admin";

export const metadata: Metadata = { title: "Sent messages" };

const ofUser = allMessagesQuery.pick({ userId: true });

export default async function SentPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireAdmin(routes.admin.sent());
  const search = await searchParams;
  const { userId } = readSearch(ofUser, { userId: search.user }).filter;
  return (
    <SentMessagesPage
      search={search}
      text={`${userId ? "To one account: all" : "All"} emails, pushes, text messages and notices, and what became of them. What a message says isn’t shown.`}
      hrefOf={(wanted) => routes.admin.sent({ ...wanted, user: userId })}
      load={(query) => listAllMessages(actor, { ...query, userId })}
    />
  );
}
