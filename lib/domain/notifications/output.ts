import type { NotificationKind } from "./status";

type Row = {
  id: string;
  type: string;
  refs: unknown;
  readAt: Date | null;
  createdAt: Date;
  groupId: string | null;
  kind: string | null;
};

/** Returns the wire format of a notification. */
export function toNotificationOutput(row: Row) {
  return {
    id: row.id,
    type: row.type,
    refs: row.refs as Record<string, string>,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    kind: (row.kind ?? "OTHER") as NotificationKind,
    groupId: row.groupId ?? row.id,
  };
}
