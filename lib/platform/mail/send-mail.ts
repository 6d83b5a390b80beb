import nodemailer, { type Transporter } from "nodemailer";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";

let transport: Transporter | undefined;

function smtp(url: string): Transporter {
  return (transport ??= nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as nodemailer.TransportOptions));
}

/** Whether mail leaves this house; without SMTP it stays in the outbox, where an administrator reads it. */
export function isMailSent(): boolean {
  return config.mail.smtpUrl !== undefined;
}

/**
 * Sends one mail of the outbox, once it is not sent yet. Throws when the server would not take it; the queue tries
 * again. What was sent keeps its subject only: a text may hold a link that works.
 */
export async function sendMail(mailId: string): Promise<void> {
  const { smtpUrl, from } = config.mail;
  if (smtpUrl === undefined) return;
  const mail = await db.outboundMail.findFirst({ where: { id: mailId, sentAt: null } });
  if (!mail) return;
  try {
    await smtp(smtpUrl).sendMail({ from, to: mail.toAddress, subject: mail.subject, text: mail.text });
  } catch (error) {
    throw withoutAddress(error);
  }
  await db.outboundMail.update({ where: { id: mailId }, data: { sentAt: new Date(), text: "" }, select: { id: true } });
}

/** A mail server's answer often quotes the address it refuses; the queue and the log keep the code. */
function withoutAddress(error: unknown): Error {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return new Error(
    `the mail server refused or did not answer (${String(code ?? "unknown")} ${String(responseCode ?? "")})`.trim(),
  );
}

/** Closes the connections to the mail server. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}
