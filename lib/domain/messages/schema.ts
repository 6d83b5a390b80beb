import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, uuid } from "@/lib/platform/input/text";
import { MESSAGE_CHANNELS, MESSAGE_STATES } from "./status";

export const messageIdInput = z.strictObject({ id: uuid });

export const sentMessagesQuery = z.strictObject({
  channel: z.enum(MESSAGE_CHANNELS).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  limit,
  cursor: cursor.optional(),
});
export type SentMessagesQuery = z.output<typeof sentMessagesQuery>;

/** The same for administrators, who may ask for those of one account. */
export const allMessagesQuery = sentMessagesQuery.extend({
  userId: uuid.optional().meta({ description: "What was sent to one account only." }),
});
export type AllMessagesQuery = z.output<typeof allMessagesQuery>;

export const sentMessageOutput = z.object({
  id: uuid,
  channel: z.enum(MESSAGE_CHANNELS),
  state: z.enum(MESSAGE_STATES),
  reason: z.string().meta({ description: "The type of the event it tells of, or a kind of its own." }),
  recipient: z.string().nullable().meta({
    description:
      "The patient it concerns, on a hospital's list; the account, on the administrators'. Never an address.",
  }),
  recipientId: uuid.nullable().meta({ description: "The account, on the administrators' list." }),
  createdAt: instant,
  dueAt: instant,
  nextAttemptAt: instant.nullable().meta({ description: "While it waits: when it is sent, or tried again." }),
  endedAt: instant.nullable().meta({ description: "When it was sent, given up or cancelled." }),
  attempts: z.int(),
  answer: z.string().nullable().meta({ description: "What the provider answered, as a code." }),
  canResend: z.boolean(),
});
export type SentMessage = z.infer<typeof sentMessageOutput>;
