import nodemailer, { type Transporter } from "nodemailer";
import { icalFile, type CalendarEvent, type Invitation } from "@/lib/platform/calendar/ical";
import { config } from "@/lib/platform/config/config";
import { answerCode, SENT, UNCONFIGURED, type Outcome } from "@/lib/platform/delivery/outcome";
import { letterHtml, letterText, type Footer, type Letter } from "./letter";

/** Parallel connections to the mail server. */
const CONNECTIONS = 4;

/** An event that mail programs show as an invitation, or take back. */
type CalendarPart = { method: Invitation["method"]; event: CalendarEvent };
export type MailContent = { letter: Letter; calendar?: CalendarPart };

type Outgoing = MailContent & {
  to: string;
  /** The same for each attempt, so that receivers recognise a mail that comes twice. */
  messageId: string;
  footer?: Footer;
};

let transport: Transporter | undefined;

function smtp(url: string): Transporter {
  return (transport ??= nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as nodemailer.TransportOptions));
}

/** Tells whether mail is sent; without SMTP it stays in the outbox, where an administrator can read it. */
export function isMailSent(): boolean {
  return config.mail.smtpUrl !== undefined;
}

/** Sends one mail, as HTML and as text. Never throws; a refusal's text quotes the address, so only its code is answered. */
export async function sendMail({ to, letter, calendar, messageId, footer }: Outgoing): Promise<Outcome> {
  const { smtpUrl, from } = config.mail;
  if (smtpUrl === undefined) return UNCONFIGURED;
  const html = letterHtml(letter, config.site.origin, footer);
  const text = letterText(letter, footer);
  try {
    await smtp(smtpUrl).sendMail({
      from,
      to,
      messageId: `<${messageId}@${new URL(config.site.origin).hostname}>`,
      subject: letter.subject,
      text,
      html,
      ...(calendar && {
        icalEvent: { method: calendar.method, content: invitationFile(calendar, to), filename: "appointment.ics" },
      }),
      ...(footer && { headers: unsubscribeHeaders(footer) }),
    });
    return SENT;
  } catch (error) {
    return refusal(error);
  }
}

/** Writes the calendar file of a mail. */
export function invitationFile({ method, event }: CalendarPart, attendee: string): string {
  const { from } = config.mail;
  return icalFile(event, new Date(), { method, organizer: /<([^>]+)>/.exec(from)?.[1] ?? from, attendee });
}

/** RFC 8058: the mail program's own button, which posts. */
function unsubscribeHeaders({ oneClickUrl }: Footer): Record<string, string> {
  return { "List-Unsubscribe": `<${oneClickUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** A mail server that refuses this mail for good says 5xx; when it refuses our sign-in, a person must mend that first. */
function refusal(error: unknown): Outcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isForGood = typeof responseCode === "number" && responseCode >= 500 && code !== "EAUTH";
  return { is: isForGood ? "refused" : "retry", answer: answerCode(code, responseCode) };
}

/** Closes the connections to the mail server. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}
