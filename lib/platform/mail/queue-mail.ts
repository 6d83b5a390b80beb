import type { Tx } from "@/lib/platform/db/db";
import { addJob, addJobs } from "@/lib/platform/jobs/add-job";

export const SEND_MAIL_TASK = "send-mail";

export type Mail = { to: string; subject: string; text: string };

/** Puts a mail into the outbox and its sending into the queue, in the caller's transaction. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  const { id } = await tx.outboundMail.create({
    data: { toAddress: mail.to, subject: mail.subject, text: mail.text },
    select: { id: true },
  });
  await addJob(tx, SEND_MAIL_TASK, { mailId: id });
}

/** The same for many at once, in two round trips. */
export async function queueMails(tx: Tx, mails: Mail[]): Promise<void> {
  const data = mails.map(({ to, subject, text }) => ({ toAddress: to, subject, text }));
  const rows = await tx.outboundMail.createManyAndReturn({ data, select: { id: true } });
  await addJobs(tx, SEND_MAIL_TASK, rows.map(({ id }) => ({ mailId: id })));
}
