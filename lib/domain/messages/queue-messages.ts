import { v7 as uuidv7 } from "uuid";
import { unsafeListPreferences } from "@/lib/domain/preferences/queries";
import { isUrgent, sendableAt, topicOf } from "@/lib/domain/preferences/rules";
import type { Topic } from "@/lib/domain/preferences/status";
import type { RowOf } from "@/lib/platform/db/statement";
import type { Sql } from "@/lib/platform/db/sql";
import type { MailContent } from "@/lib/platform/mail/send-mail";
import type { TextContent } from "@/lib/platform/text-message/send-text";
import { insertMessages } from "./statements";

/** What a push says: never a name, a time of a visit's place or anything clinical. `path` is opened by a tap. */
export type PushContent = { title: string; body: string; path: string };

/**
 * An account, whose address is looked up when the message is sent, unless it goes to another one; or the address of someone without
 * an account.
 */
type Recipient = { userId: string; toAddress?: string | null } | { userId?: null; toAddress: string };

type Said =
  | { channel: "EMAIL"; content: MailContent }
  | { channel: "PUSH"; content: PushContent }
  | { channel: "SMS"; content: TextContent };

/** A message to be sent. */
export type MessageDraft = Recipient &
  Said & {
    /**
     * Makes a second one impossible, also after it was cancelled: it names recipient, channel, and what makes this message
     * another than the last one about the same thing, such as the time a reminder is for.
     */
    key: string;
    /** The type of an event, or a kind of its own; `format.ts` has the words for both. */
    reason: string;
    /** What it is about, for its reader's choices, where that doesn't follow from the reason alone. */
    topic?: Topic | null;
    /** When the visit it is about begins: one within a day doesn't wait for the end of quiet hours. */
    startsAt?: Date | null;
    /** The patient it concerns. */
    patientId?: string | null;
    /** The hospital that sees it on its list, and on whose behalf it goes to a stranger. */
    hospitalId?: string | null;
    /** The thing it is about, as `appointment:ID`, for `cancelMessages`. */
    about?: string | null;
    eventId?: string | null;
    /** Not before; at once by default. */
    dueAt?: Date;
    /** Not after. */
    expiresAt?: Date | null;
  };

/**
 * Puts messages into the ledger in the caller's transaction; a worker sends them once it has committed and they are due. What its
 * reader doesn't want is left out, and what may wait for the end of their quiet hours is due then. Returns those that are
 * new, and when they are due: what is there under its key already is left as it is.
 */
export async function queueMessages(tx: Sql, drafts: MessageDraft[]): Promise<RowOf<typeof insertMessages>[]> {
  if (drafts.length === 0) return [];
  const planned = await applyPreferences(tx, drafts, new Date());
  if (planned.length === 0) return [];
  // In the order of their keys: two transactions that queue the same never wait for each other in a circle.
  const rows = planned.map((message) => ({ ...message, id: uuidv7() })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return insertMessages(tx, JSON.stringify(rows));
}

type Planned = Omit<MessageDraft, "startsAt"> & { topic: string | null; isUrgent: boolean; dueAt: Date };

/** What is due later than this is decided on when it is due: until then its reader may want it. */
const FAR_MS = 3_600_000;

/** Leaves out what its reader doesn't want, and plans what waits for the end of their quiet hours. */
async function applyPreferences(tx: Sql, drafts: MessageDraft[], now: Date): Promise<Planned[]> {
  const governed = drafts.map(({ startsAt = null, ...draft }) => {
    const { userId, reason, topic = userId ? topicOf(reason) : null, dueAt = now, expiresAt = null } = draft;
    return { ...draft, topic, dueAt, expiresAt, isUrgent: isUrgent(reason, startsAt, dueAt) };
  });
  const users = governed.flatMap(({ userId, topic }) => (topic !== null && userId ? [userId] : []));
  const preferences = await unsafeListPreferences(tx, users);
  return governed.flatMap((draft) => {
    const preference = draft.topic === null ? undefined : preferences.get(draft.userId ?? "");
    if (!preference) return [draft];
    if (draft.channel === "SMS" && !preference.hasPhone) return [];
    const dueAt = sendableAt(draft, preference, draft.dueAt);
    if (dueAt !== null) return [{ ...draft, dueAt }];
    return draft.dueAt.getTime() - now.getTime() > FAR_MS ? [draft] : [];
  });
}
