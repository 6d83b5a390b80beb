"use client";
import { Bell as BellIcon, BellOff } from "lucide-react";
import { useOptimistic, useState, useTransition } from "react";
import { badgeText } from "@/components/shell/nav";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { markReadAction } from "@/lib/domain/notifications/actions";
import type { NotificationGroup, Portal } from "@/lib/domain/notifications/format";
import { routes } from "@/lib/site/routes";
import { NotificationLink } from "./notification-link";

export type BellProps = { groups: NotificationGroup[]; unread: number; portal: Portal };

/** The newest notifications, one of each thing; the page around it refreshes when an event brings another. */
export function Bell({ groups, unread, portal }: BellProps) {
  const [isOpen, setOpen] = useState(false);
  const [, startTransition] = useTransition();
  const [shown, markAll] = useOptimistic({ groups, unread }, (state) => ({
    groups: state.groups.map(readWhole),
    unread: 0,
  }));
  const readAll = () =>
    startTransition(async () => {
      markAll(undefined);
      await markReadAction({});
    });
  const label = shown.unread > 0 ? `Notifications, ${badgeText(shown.unread)} unread` : "Notifications";
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <IconButton label={label} className="relative">
          <BellIcon aria-hidden />
          {shown.unread > 0 ? <UnreadBadge unread={shown.unread} /> : null}
        </IconButton>
      </PopoverTrigger>
      <LiveRegion>{shown.unread > 0 ? `${badgeText(shown.unread)} unread notifications` : ""}</LiveRegion>
      <PopoverContent align="end" className="p-0" aria-label="Notifications">
        <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
          <p className="font-semibold">Notifications</p>
          <Button variant="quiet" size="sm" onClick={readAll} disabled={shown.unread === 0}>
            Mark all as read
          </Button>
        </div>
        <NewestNotifications groups={shown.groups} portal={portal} onOpen={() => setOpen(false)} />
        <div className="border-t border-line p-2">
          <Button asChild variant="quiet" size="sm" block>
            <Link href={routes[portal].notifications()} onClick={() => setOpen(false)}>
              All notifications
            </Link>
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}

/** The group as it is once all of it was read. */
const readWhole = (group: NotificationGroup): NotificationGroup => ({
  ...group,
  unread: 0,
  items: group.items.map((item) => ({ ...item, isRead: true })),
});

type NewestNotificationsProps = Pick<BellProps, "groups" | "portal"> & { onOpen: () => void };

function NewestNotifications({ groups, portal, onOpen }: NewestNotificationsProps) {
  if (groups.length === 0)
    return (
      <EmptyState
        icon={<BellOff />}
        title="No unread notifications"
        text="Changes to your appointments appear here at once."
        className="border-0 py-8"
        level={3}
      />
    );
  return (
    <ul className="max-h-96 overflow-y-auto py-1">
      {groups.map(({ id, items: [latest] }) =>
        latest ? (
          <li key={id}>
            <NotificationLink item={latest} groupId={id} portal={portal} className="px-4 py-2.5" onOpen={onOpen} />
          </li>
        ) : null,
      )}
    </ul>
  );
}

function UnreadBadge({ unread }: { unread: number }) {
  return (
    <span
      aria-hidden
      className="absolute -top-0.5 -right-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-accent-ink tabular"
    >
      {badgeText(unread)}
    </span>
  );
}
