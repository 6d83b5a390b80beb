import { z } from "zod";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { uploadedFile } from "@/lib/platform/input/file";
import { cursor, limit, pageOf } from "@/lib/platform/input/query";
import { ifGiven, instant, longText, optionalLongText, uuid } from "@/lib/platform/input/text";
import { INBOXES, LONGEST_MESSAGE, LONGEST_TEMPLATE, SIDES } from "./status";

export const sendMessageBody = z.strictObject({ text: longText(LONGEST_MESSAGE) });
/** From a screen; `requestKey` stays the same until it was answered, so that nothing is sent twice. */
export const sendMessageForm = sendMessageBody.extend({ appointmentId: uuid, requestKey: uuid });
/** A file is sent in a form, perhaps with a text. */
export const sendFileBody = z.strictObject({
  file: uploadedFile,
  text: ifGiven(optionalLongText(LONGEST_MESSAGE)),
});
export type SendMessageInput = { appointmentId: string; text: string; requestKey?: string; file?: File };

export const markReadBody = z.strictObject({
  upTo: z.int().min(1).meta({ description: "The number of the last message that was read." }),
});
export const markReadInput = markReadBody.extend({ appointmentId: uuid });
export const markReadOutput = z.object({ upTo: z.int() });

const page = { limit, cursor: cursor.optional() };
export const conversationQuery = z.strictObject(page);
export const conversationListQuery = z.strictObject({
  ...page,
  inbox: z.enum(INBOXES).meta({
    description: "Of one's own patients (the latest first), as the doctor, or at one's hospital (both unread first).",
  }),
});

const side = z.enum(SIDES).meta({
  description: "PATIENT: the patient. PROXY: someone who acts for the patient. DOCTOR, DESK: the practice.",
});

/** A message without the content of its file. */
export const messageOutput = z.object({
  id: uuid,
  number: z.int().meta({ description: "Within the visit's messages, from 1." }),
  side,
  name: z.string().nullable().meta({ description: "Who wrote it, as far as the reader may know." }),
  isOwn: z.boolean().meta({ description: "Whether the reader wrote it." }),
  text: z.string(),
  file: z.object({ name: z.string(), type: z.string(), size: z.int() }).nullable(),
  sentAt: instant,
});
export type MessageOutput = z.output<typeof messageOutput>;

const practiceHoursOutput = z.object({
  timeZone: z.string(),
  week: z.array(
    z.object({
      weekdays: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
      intervals: z.array(z.object({ start: z.string(), end: z.string() })),
    }),
  ),
  isOpen: z.boolean(),
  opensAt: instant.nullable().meta({ description: "When the practice opens next; null while it is open." }),
});

export const conversationOutput = pageOf(messageOutput).extend({
  appointmentId: uuid,
  side: side.meta({ description: "The reader's own." }),
  latest: z.int().meta({ description: "The number of the latest message; 0 before the first." }),
  mayWrite: z.boolean(),
  openUntil: instant
    .nullable()
    .meta({ description: "Until when messages can be sent; null when they can't any more." }),
  isReachable: z.boolean().meta({ description: "Whether anyone on the patient's side has an account to read with." }),
  hours: practiceHoursOutput.nullable().meta({ description: "When the practice reads messages, in its time zone." }),
  reads: z.array(z.object({ side, upTo: z.int(), readAt: instant })).meta({
    description: "Up to which message each side has read.",
  }),
});
export type ConversationOutput = z.output<typeof conversationOutput>;

/** A visit with messages, without any of them. */
export const conversationItem = z.object({
  appointmentId: uuid,
  status: z.enum(APPOINTMENT_STATUSES),
  start: instant,
  timeZone: z.string(),
  patient: z.object({ id: uuid, name: z.string() }),
  doctor: z.object({ id: uuid, name: z.string() }),
  hospital: z.object({ id: uuid, name: z.string() }).nullable(),
  messages: z.int(),
  isUnread: z.boolean(),
  lastAt: instant,
});
export type ConversationItem = z.output<typeof conversationItem>;

export const templateBody = z.strictObject({ text: longText(LONGEST_TEMPLATE) });
export const addTemplateInput = templateBody.extend({ hospitalId: uuid.nullable() });
export const removeTemplateInput = z.strictObject({ id: uuid });
export const templateOutput = z.object({ id: uuid, text: z.string() });
export type Template = z.output<typeof templateOutput>;
export const templateList = z.object({ items: z.array(templateOutput) });

/** What was written about a visit, for the export of a record. */
export const exportedConversation = z.object({
  appointmentId: uuid,
  messages: z.array(messageOutput.omit({ isOwn: true })),
});
export type ExportedConversation = z.output<typeof exportedConversation>;
