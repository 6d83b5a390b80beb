"use client";
import type { Route } from "next";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { counted } from "@/lib/platform/text/counted";

export type InboxEntry = {
  appointmentId: string;
  href: Route;
  /** With whom, and whose appointment it is or with which doctor. */
  title: string;
  detail: string;
  start: string;
  timeZone: string;
  messages: number;
  isUnread: boolean;
  lastAt: string;
};

/** The visits with messages; nothing of what was written. */
export function InboxList({ entries }: { entries: readonly InboxEntry[] }) {
  return (
    <ul
      aria-label="Messages by appointment"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {entries.map(({ appointmentId, href, title, detail, start, timeZone, messages, isUnread, lastAt }) => (
        <li key={appointmentId}>
          <Link
            href={href}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 p-4 -outline-offset-2 hover:bg-sunken"
          >
            <span className="min-w-0 flex-[1_1_14rem]">
              <span className={cn("block", isUnread && "font-semibold")}>{title}</span>
              <span className="block text-sm text-quiet">
                {detail ? `${detail} · ` : null}
                <LocalTime instant={start} timeZone={timeZone} style="dated-time" otherTime={false} />
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
              {isUnread ? <Badge tone="accent">New</Badge> : null}
              <span>{counted(messages, "message")}</span>
              <RelativeTime instant={lastAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
