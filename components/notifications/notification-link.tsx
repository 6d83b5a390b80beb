"use client";
import { startTransition } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { markReadAction } from "@/lib/domain/notifications/actions";
import {
  notificationHref,
  notificationText,
  type NotificationItem,
  type Portal,
} from "@/lib/domain/notifications/format";

export type NotificationLinkProps = {
  item: NotificationItem;
  portal: Portal;
  className?: string;
  onOpen?: () => void;
  /** Whether it says what it is about; not where that stands above it. */
  withThing?: boolean;
  /** The thing whose other notifications are read with it. */
  groupId?: string;
};

/** One notification: what happened, who and when it is about, how long ago. Opening it marks it as read. */
export function NotificationLink(props: NotificationLinkProps) {
  const { item, portal, className, onOpen, withThing = true, groupId } = props;
  const { id, type, isRead, createdAt, party } = item;
  const about = item.visit ?? item.stay;
  const open = () => {
    onOpen?.();
    if (!isRead) startTransition(async () => void (await markReadAction(groupId ? { groupId } : { ids: [id] })));
  };
  return (
    <Link
      href={notificationHref(item, portal)}
      onClick={open}
      className={cn("flex items-start gap-3 hover:bg-sunken", className)}
    >
      <span
        aria-hidden
        className={cn("mt-1.5 size-2 shrink-0 rounded-full", isRead ? "bg-transparent" : "bg-accent")}
      />
      <span className="min-w-0 flex-1 text-sm">
        <span className={cn("block", !isRead && "font-semibold")}>
          {notificationText(type, about?.side ?? item.call?.side ?? item.reading?.side)}
          {isRead ? null : <span className="sr-only"> (new)</span>}
        </span>
        {about && withThing ? (
          <span className="block">
            <NotificationThing item={item} />
          </span>
        ) : null}
        {party && !about ? <span className="block">{party}</span> : null}
        <RelativeTime instant={createdAt} className="text-quiet" />
      </span>
    </Link>
  );
}

/** Who the appointment or stay is with, and when; nothing for what is about neither. */
export function NotificationThing({ item }: { item: NotificationItem }) {
  const about = item.visit ?? item.stay;
  if (!about) return null;
  return (
    <>
      {about.withName} ·{" "}
      <LocalTime instant={about.start} timeZone={about.timeZone} readerFirst={item.visit?.mode === "VIDEO"} />
    </>
  );
}
