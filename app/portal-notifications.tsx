import { BellOff } from "lucide-react";
import { z } from "zod";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NotificationsByDay } from "@/components/notifications/notification-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import type { Portal } from "@/lib/domain/notifications/format";
import { countUnread, listNotificationItems } from "@/lib/domain/notifications/queries";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 30;
const wanted = z.object({ cursor: z.string().max(1024).optional() });

type Props = { actor: Actor; portal: Portal; search: Search; empty: { title: string; text: string } };

/** A portal's notifications page, with its own empty state. */
export async function PortalNotifications({ actor, portal, search, empty }: Props) {
  const { cursor } = readSearch(wanted, search).filter;
  const [unread, page] = await Promise.all([
    countUnread(actor),
    loadFrom(cursor, (from) => listNotificationItems(actor, { limit: PAGE, ...(from ? { cursor: from } : {}) })),
  ]);
  return (
    <>
      <PageHeader
        title={page.items.length > 0 ? titleOf(unread) : "No notifications yet"}
        actions={unread > 0 ? <MarkAllRead /> : null}
      />
      {page.items.length === 0 ? (
        <EmptyState icon={<BellOff />} {...empty} />
      ) : (
        <div className="max-w-2xl">
          <NotificationsByDay items={page.items} portal={portal} />
        </div>
      )}
      <LoadMore
        href={page.nextCursor ? routes[portal].notifications({ cursor: page.nextCursor }) : null}
        label="Show older notifications"
      />
    </>
  );
}

function titleOf(unread: number): string {
  if (unread === 0) return "No unread notifications";
  if (unread >= 100) return "More than 99 unread";
  return `${unread} unread`;
}
