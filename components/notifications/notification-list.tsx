"use client";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";
import type { NotificationItem, Portal } from "@/lib/domain/notifications/format";
import { NotificationLink } from "./notification-link";

type Props = { items: NotificationItem[]; portal: Portal };

/** A list of notifications. */
export function NotificationList({ items, portal }: Props) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {items.map((item) => (
        <li key={item.id}>
          <NotificationLink item={item} portal={portal} className="p-4 -outline-offset-2" />
        </li>
      ))}
    </ul>
  );
}

/** The same grouped by day, in the reader's calendar. */
export function NotificationsByDay({ items, portal }: Props) {
  const { clock, locale } = useReader();
  const days = new Map<string, NotificationItem[]>();
  for (const item of items) {
    const date = todayIn(clock, Date.parse(item.createdAt));
    days.set(date, [...(days.get(date) ?? []), item]);
  }
  return (
    <div className="grid gap-6">
      {[...days].map(([date, ofDay]) => (
        <section key={date} aria-label={formatDate(date, "long-date", locale)}>
          <LocaleText as="h2" className="mb-2 text-sm font-semibold text-quiet">
            {formatDate(date, "long-date", locale)}
          </LocaleText>
          <NotificationList items={ofDay} portal={portal} />
        </section>
      ))}
    </div>
  );
}
