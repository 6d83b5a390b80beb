"use client";
import { formatDate } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { todayIn } from "@/lib/platform/time/wall-clock";
import type { NewsItem, Portal } from "@/lib/domain/notifications/format";
import { NewsLink } from "./news-link";

type Props = { items: NewsItem[]; portal: Portal };

/** A list of notifications. */
export function NewsList({ items, portal }: Props) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {items.map((item) => (
        <li key={item.id}>
          <NewsLink item={item} portal={portal} className="p-4 -outline-offset-2" />
        </li>
      ))}
    </ul>
  );
}

/** The same grouped by day, in the reader's calendar. */
export function NewsByDay({ items, portal }: Props) {
  const { clock, locale } = useReader();
  const days = new Map<string, NewsItem[]>();
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
          <NewsList items={ofDay} portal={portal} />
        </section>
      ))}
    </div>
  );
}
