import { v7 as uuidv7 } from "uuid";
import type { Sql } from "@/lib/platform/db/sql";
import type { MailContent } from "@/lib/platform/mail/send-mail";
import type { TextContent } from "@/lib/platform/text-message/send-text";
import { insertMessages } from "./statements";

/** What a push says: never a name, a time of a visit's place or anything clinical. `path` is opened by a tap. */
export type PushContent = { title: string; body: string; path: string };

/** An account, whose address is looked up when the message is sent; or the address of someone without one. */
type Recipient = { userId: string; toAddress?: null } | { userId?: null; toAddress: string };

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
 * Puts messages into the ledger in the caller's transaction; a worker sends them once it has committed and they are due.
 * Returns the keys of those that are new: what is there under its key already is left as it is.
 */
export async function queueMessages(tx: Sql, drafts: MessageDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const now = new Date();
  // In the order of their keys: two transactions that queue the same never wait for each other in a circle.
  const rows = drafts
    .map((draft) => ({ ...draft, id: uuidv7(), dueAt: draft.dueAt ?? now }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return (await insertMessages(tx, JSON.stringify(rows))).map(({ key }) => key);
}
