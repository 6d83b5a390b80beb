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

/** Tells whether mail is sent; without SMTP it stays in the outbox, where an administrator can read it. */
export function isMailSent(): boolean {
  return config.mail.smtpUrl !== undefined;
}

/**
 * Sends one mail of the outbox unless it has been sent. Throws when the server refuses it; the queue retries. A sent
 * mail keeps its subject only, because its text may contain a working link.
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

/** A mail server's answer often quotes the address it refuses; the queue and the log keep only the code. */
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
