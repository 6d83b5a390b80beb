import type { Actor } from "@/lib/actor/actor";
import { db, Prisma, type Db } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { readContent } from "./internal/contents";
import { ownOf, seenAtHospital, seenByAdministrators } from "./policy";
import type { AllMessagesQuery, SentMessage, SentMessagesQuery } from "./schema";
import { backlogs } from "./statements";
import { SENT_CHANNELS, type SentChannel } from "./status";

export type UnsentMessage = {
  id: string;
  toAddress: string;
  subject: string;
  text: string;
  calendar: string | null;
  createdAt: Date;
};

/**
 * Returns the newest messages of these channels that were not sent, with what they say. Unsafe: the caller must have checked
 * that the reader may read other people's mail.
 */
export async function unsafeListUnsent(
  limit: number,
  channels: readonly SentChannel[] = SENT_CHANNELS,
): Promise<UnsentMessage[]> {
  const rows = await db.message.findMany({
    where: { NOT: { content: { equals: Prisma.DbNull } }, channel: { in: [...channels] } },
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
    const to = toAddress ?? address ?? "no address";
    return [{ id, toAddress: to, createdAt, ...readContent(channel, content, to) }];
  });
}

export const sentMessageSelect = {
  id: true,
  channel: true,
  state: true,
  reason: true,
  createdAt: true,
  dueAt: true,
  nextAttemptAt: true,
  endedAt: true,
  expiresAt: true,
  attempts: true,
  answer: true,
  hospitalId: true,
  content: true,
  user: { select: { id: true, name: true } },
  patient: { select: { name: true } },
} satisfies Prisma.MessageSelect;
type Row = Prisma.MessageGetPayload<{ select: typeof sentMessageSelect }>;

/** A message as it is answered: without what it says, and without an address. */
export function toSentMessage(row: Row, to: { name: string; id?: string } | null = null): SentMessage {
  const { id, channel, state, reason, attempts, answer, createdAt, dueAt, nextAttemptAt, endedAt, expiresAt } = row;
  const isWaiting = state === "DUE" || state === "FAILED";
  return {
    id,
    channel,
    state,
    reason,
    recipient: to?.name ?? null,
    recipientId: to?.id ?? null,
    createdAt: instantText(createdAt),
    dueAt: instantText(dueAt),
    nextAttemptAt: isWaiting ? instantText(nextAttemptAt) : null,
    endedAt: endedAt && instantText(endedAt),
    attempts,
    answer,
    canResend: state === "GIVEN_UP" && row.content !== null && (expiresAt === null || expiresAt > new Date()),
  };
}

/** Returns a page of what the actor was sent, the latest first. It says when and how, and sends nothing again. */
export async function listOwnMessages(actor: Actor, query: SentMessagesQuery): Promise<Page<SentMessage>> {
  const page = await listWhere(ownOf(actor), query, () => null);
  return { ...page, items: page.items.map((item) => ({ ...item, canResend: false })) };
}

/** Returns a page of what a hospital's patients were told, with their names, the latest first. Throws `not-found`. */
export function listHospitalMessages(
  actor: Actor,
  hospitalId: string,
  query: SentMessagesQuery,
): Promise<Page<SentMessage>> {
  return listWhere(seenAtHospital(actor, hospitalId), query, ({ patient }) => patient);
}

/** Returns a page of all messages, or of those to one account, with its name, the latest first. Throws `not-found`. */
export function listAllMessages(actor: Actor, { userId, ...query }: AllMessagesQuery): Promise<Page<SentMessage>> {
  const where = seenByAdministrators(actor);
  return listWhere(where && (userId ? { ...where, userId } : where), query, ({ user }) => user);
}

/** Returns the latest messages to an address that is no account's. Unsafe: the caller must have checked that its reader is an administrator. */
export async function unsafeListMessagesTo(client: Db, toAddress: string, limit: number): Promise<SentMessage[]> {
  const rows = await client.message.findMany({
    where: { toAddress },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: sentMessageSelect,
  });
  return rows.map((row) => toSentMessage(row, row.user));
}

async function listWhere(
  where: Prisma.MessageWhereInput | null,
  { channel, state, ...query }: SentMessagesQuery,
  recipientOf: (row: Row) => { name: string; id?: string } | null,
): Promise<Page<SentMessage>> {
  if (where === null) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.message.findMany({
    where: { AND: [where, beyond, channel ? { channel } : {}, state ? { state } : {}] },
    orderBy,
    take,
    select: sentMessageSelect,
  });
  const page = pageOf(rows);
  return { ...page, items: page.items.map((row) => toSentMessage(row, recipientOf(row))) };
}

/** Counts what waits, fails and was given up, by channel, at every hospital together: for those who run the site. */
export const unsafeListBacklogs = (client: Sql) => backlogs(client);
