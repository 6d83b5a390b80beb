import type { NotificationGroup, NotificationItem, Portal } from "@/lib/domain/notifications/format";
import { counted } from "@/lib/platform/text/counted";
import { MarkGroupRead } from "./mark-read";
import { NotificationLink, NotificationThing } from "./notification-link";

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

/** The same by the thing they are about: what happened to one appointment or stay stands together, the latest first. */
export function NotificationGroups({ groups, portal }: { groups: readonly NotificationGroup[]; portal: Portal }) {
  return (
    <div className="grid gap-4">
      {groups.map((group) =>
        group.total === 1 ? (
          <NotificationList key={group.id} items={group.items} portal={portal} />
        ) : (
          <Group key={group.id} group={group} portal={portal} />
        ),
      )}
    </div>
  );
}

function Group({ group, portal }: { group: NotificationGroup; portal: Portal }) {
  const { id, items, total, unread } = group;
  const about = items[0]?.visit ?? items[0]?.stay;
  const more = total - items.length;
  return (
    <section
      aria-label={about ? about.withName : counted(total, "notification")}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-sunken px-4 py-2">
        <h2 className="min-w-0 text-sm font-semibold">
          {items[0] && about ? <NotificationThing item={items[0]} /> : counted(total, "notification")}
        </h2>
        {unread > 0 ? <MarkGroupRead groupId={id} what={about?.withName ?? "these notifications"} /> : null}
      </div>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.id}>
            <NotificationLink item={item} portal={portal} className="p-4 -outline-offset-2" withThing={!about} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="border-t border-line px-4 py-2 text-sm text-quiet">And {more} earlier.</p> : null}
    </section>
  );
}
