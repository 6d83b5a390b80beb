import { BellOff } from "lucide-react";
import { z } from "zod";
import { MarkAllRead } from "@/components/notifications/mark-read";
import { NotificationGroups } from "@/components/notifications/notification-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { KIND_LABELS, type Portal } from "@/lib/domain/notifications/format";
import { countUnread, listNotificationGroups } from "@/lib/domain/notifications/queries";
import { NOTIFICATION_KINDS, type NotificationKind } from "@/lib/domain/notifications/status";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";
import { loadFrom, readSearch, type Search } from "./search-params";

const PAGE = 30;
const wanted = z.object({
  unread: z.literal("1").optional(),
  kind: z.enum(NOTIFICATION_KINDS).optional(),
  cursor: z.string().max(1024).optional(),
});
type Wanted = z.infer<typeof wanted>;

/** What each portal's notifications are about. */
const KINDS: Record<Portal, readonly NotificationKind[]> = {
  patient: NOTIFICATION_KINDS,
  doctor: ["VISITS", "RECORDS", "OTHER"],
  hospital: ["VISITS", "STAYS", "OTHER"],
  admin: [],
};

type Props = { actor: Actor; portal: Portal; search: Search; empty: { title: string; text: string } };

/** A portal's notifications page, with its own empty state. */
export async function PortalNotifications({ actor, portal, search, empty }: Props) {
  const read = readSearch(wanted, search);
  const { unread: onlyUnread, kind, cursor } = read.filter;
  const filter = { unread: onlyUnread === "1", kind };
  const [unread, page] = await Promise.all([
    countUnread(actor),
    loadFrom(cursor, (from) => listNotificationGroups(actor, filter, { limit: PAGE, cursor: from })),
  ]);
  const isNarrowed = filter.unread || kind !== undefined;
  const isEmpty = page.items.length === 0;
  return (
    <>
      <PageHeader
        title={isEmpty && !isNarrowed ? "No notifications yet" : titleOf(unread)}
        actions={
          <>
            {portal === "admin" ? null : (
              <Button asChild variant="secondary">
                <Link href={routes[portal].sent()}>{portal === "hospital" ? "Sent messages" : "Sent to you"}</Link>
              </Button>
            )}
            {unread > 0 ? <MarkAllRead /> : null}
          </>
        }
      />
      {isEmpty && !isNarrowed ? null : <Filters portal={portal} wanted={read.filter} />}
      <LeftOutNote read={read} />
      {isEmpty ? (
        <EmptyState icon={<BellOff />} {...(isNarrowed ? NONE_OF_THESE : empty)} />
      ) : (
        <div className="max-w-2xl">
          <NotificationGroups groups={page.items} portal={portal} />
        </div>
      )}
      <LoadMore
        href={page.nextCursor ? routes[portal].notifications({ ...read.filter, cursor: page.nextCursor }) : null}
        label="Show older notifications"
      />
    </>
  );
}

const NONE_OF_THESE = { title: "Nothing here", text: "No notification fits this choice. Choose another above." };

function Filters({ portal, wanted: { unread, kind } }: { portal: Portal; wanted: Wanted }) {
  const href = (to: Omit<Wanted, "cursor">) => routes[portal].notifications(to);
  const kinds = KINDS[portal].map((one) => ({
    label: KIND_LABELS[one],
    href: href({ unread, kind: one }),
    isCurrent: kind === one,
  }));
  return (
    <>
      <FilterLinks
        label="Read or unread"
        links={[
          { label: "All", href: href({ kind }), isCurrent: unread === undefined },
          { label: "Unread", href: href({ unread: "1", kind }), isCurrent: unread === "1" },
        ]}
      />
      {kinds.length > 0 ? (
        <FilterLinks
          wraps
          label="What they are about"
          links={[{ label: "Everything", href: href({ unread }), isCurrent: kind === undefined }, ...kinds]}
        />
      ) : null}
    </>
  );
}

function titleOf(unread: number): string {
  if (unread === 0) return "No unread notifications";
  if (unread >= 100) return "More than 99 unread";
  return `${unread} unread`;
}
