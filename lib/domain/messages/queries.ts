import { db } from "@/lib/platform/db/db";
import { readContent } from "./internal/contents";
import { SENT_CHANNELS } from "./status";

export type UnsentMessage = {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
  calendar: string | null;
  createdAt: Date;
};

/**
 * Returns the newest messages that were not sent, with what they say. Unsafe: the caller must have checked that the reader may
 * read other people's mail.
 */
export async function unsafeListUnsent(limit: number): Promise<UnsentMessage[]> {
  const rows = await db.message.findMany({
    where: { NOT: { content: { equals: null as never } }, channel: { in: [...SENT_CHANNELS] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      channel: true,
      toAddress: true,
      content: true,
      createdAt: true,
      user: { select: { email: true, phone: true } },
    },
  });
  return rows.flatMap(({ id, channel, toAddress, content, createdAt, user }) => {
    if (channel === "IN_APP" || content === null) return [];
    const address = channel === "SMS" ? user?.phone : user?.email;
    return [{ id, toAddress: toAddress ?? address ?? "no address", createdAt, ...readContent(channel, content) }];
  });
}
