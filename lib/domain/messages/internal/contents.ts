import { z } from "zod";
import { config } from "@/lib/platform/config/config";
import { letterText } from "@/lib/platform/mail/letter";
import { invitationFile, type MailContent } from "@/lib/platform/mail/send-mail";
import type { TextContent } from "@/lib/platform/text-message/send-text";
import type { PushContent } from "../queue-messages";
import type { SentChannel } from "../status";

const block = z.union([z.string(), z.object({ quote: z.string() }), z.object({ label: z.string(), href: z.string() })]);

const event = z.object({
  uid: z.string(),
  sequence: z.int(),
  status: z.enum(["TENTATIVE", "CONFIRMED", "CANCELLED"]),
  start: z.string(),
  end: z.string(),
  timeZone: z.string().optional(),
  summary: z.string(),
  location: z.string().optional(),
  url: z.string().exactOptional(),
  alarmMinutes: z.int().exactOptional(),
});

export const mailContent: z.ZodType<MailContent> = z.object({
  letter: z.object({ subject: z.string(), body: z.array(block), why: z.string() }),
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), event }).optional(),
});
export const textContent: z.ZodType<TextContent> = z.object({ text: z.string() });
export const pushContent: z.ZodType<PushContent> = z.object({ title: z.string(), body: z.string(), path: z.string() });

/** What a message says, as plain text for a reader of the outbox. */
export function readContent(channel: SentChannel, content: unknown, to: string) {
  if (channel === "SMS") return { subject: "Text message", text: textContent.parse(content).text, calendar: null };
  if (channel === "PUSH") {
    const { title, body, path } = pushContent.parse(content);
    return { subject: title, text: `${body}\n\n${config.site.origin}${path}`, calendar: null };
  }
  const { letter, calendar } = mailContent.parse(content);
  return {
    subject: letter.subject,
    text: letterText(letter),
    calendar: calendar ? invitationFile(calendar, to) : null,
  };
}
