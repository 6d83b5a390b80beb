import { MessageSquare } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { z } from "zod";
import { InboxList, type InboxEntry } from "@/components/conversations/inbox-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { countUnreadConversations, listConversations } from "@/lib/domain/conversations/queries";
import type { ConversationItem } from "@/lib/domain/conversations/schema";
import type { Inbox } from "@/lib/domain/conversations/status";
import type { Actor } from "@/lib/actor/actor";
import { counted } from "@/lib/platform/text/counted";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 30;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = {
  actor: Actor;
  inbox: Inbox;
  search: Search;
  text: string;
  empty: string;
  actions?: ReactNode;
  toEntry: (item: ConversationItem) => Pick<InboxEntry, "href" | "title" | "detail">;
  hrefFrom: (cursor: string) => Route;
};

/** A portal's list of the visits with messages. */
export async function PortalInbox({ actor, inbox, search, text, empty, actions, toEntry, hrefFrom }: Props) {
  const { cursor } = readSearch(wanted, search).filter;
  const [unread, page] = await Promise.all([
    countUnreadConversations(actor, inbox),
    loadFrom(cursor, (from) => listConversations(actor, inbox, { limit: PAGE, cursor: from })),
  ]);
  const title = unread === 0 ? "No unread messages" : `${counted(unread, "appointment")} with new messages`;
  return (
    <>
      <PageHeader title={page.items.length > 0 ? title : "No messages yet"} text={text} actions={actions} />
      {page.items.length === 0 ? (
        <EmptyState icon={<MessageSquare />} title="No messages yet" text={empty} />
      ) : (
        <div className="max-w-3xl">
          <InboxList entries={page.items.map((item) => ({ ...item, ...toEntry(item) }))} />
        </div>
      )}
      <LoadMore href={page.nextCursor ? hrefFrom(page.nextCursor) : null} label="Show older messages" />
    </>
  );
}
