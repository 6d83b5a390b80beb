type Row = { id: string; type: string; refs: unknown; readAt: Date | null; createdAt: Date };

/** Returns the wire format of a notification. */
export function toNotificationOutput(row: Row) {
  return {
    id: row.id,
    type: row.type,
    refs: row.refs as Record<string, string>,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
