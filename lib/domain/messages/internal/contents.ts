import { z } from "zod";
import { config } from "@/lib/platform/config/config";
import { letterText } from "@/lib/platform/mail/letter";
import type { MailContent } from "@/lib/platform/mail/send-mail";
import type { TextContent } from "@/lib/platform/text-message/send-text";
import type { PushContent } from "../queue-messages";
import type { SentChannel } from "../status";

const block = z.union([z.string(), z.object({ quote: z.string() }), z.object({ label: z.string(), href: z.string() })]);

export const mailContent: z.ZodType<MailContent> = z.object({
  letter: z.object({ subject: z.string(), body: z.array(block), why: z.string() }),
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), file: z.string() }).optional(),
});
export const textContent: z.ZodType<TextContent> = z.object({ text: z.string() });
const pushContent: z.ZodType<PushContent> = z.object({ title: z.string(), body: z.string(), path: z.string() });

/** What a message says, as plain text for a reader of the outbox. */
export function readContent(channel: SentChannel, content: unknown) {
  if (channel === "SMS") return { subject: "Text message", text: textContent.parse(content).text, calendar: null };
  if (channel === "PUSH") {
    const { title, body, path } = pushContent.parse(content);
    return { subject: title, text: `${body}\n\n${config.site.origin}${path}`, calendar: null };
  }
  const { letter, calendar } = mailContent.parse(content);
  return { subject: letter.subject, text: letterText(letter), calendar: calendar?.file ?? null };
}
