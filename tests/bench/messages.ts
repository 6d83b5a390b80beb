import { pathToFileURL } from "node:url";
import { startFakeSmtp } from "@/tests/integration/fake-smtp";
import { runAlone, withOwnDatabase } from "./own-process";
import { say } from "@/scripts/process/say";

const MESSAGES = Number(process.env.BENCH_MESSAGES) || 10_000;
/** Each of its own process or machine, in earnest. */
const WORKERS = 2;
const WANTED_SECONDS = 60;

export const benchMessages = (): Promise<void> => runAlone(import.meta.url);

/** Measures how fast two workers send the mails that are due in one minute, to a mail server on loopback, and that none comes twice. */
async function measure(): Promise<void> {
  await withOwnDatabase(async () => {
    const smtp = await startFakeSmtp();
    Object.assign(process.env, { SMTP_URL: smtp.url });
    const [{ mailDraft, queue }, { sendDueMessages }, { closeDb, db }, { closeMail }] = [
      await import("@/tests/integration/messages-harness"),
      await import("@/lib/domain/messages/send-due-messages"),
      await import("@/lib/platform/db/db"),
      await import("@/lib/platform/mail/send-mail"),
    ];
    const dueAt = new Date();
    const queued = await seconds(async () => {
      for (let at = 0; at < MESSAGES; at += 1_000)
        await queue(
          ...Array.from({ length: Math.min(1_000, MESSAGES - at) }, (_, n) =>
            mailDraft({ toAddress: `reader-${at + n}@bench.test` }, { dueAt, reason: "reminder" }),
          ),
        );
    });
    const sending = await seconds(() => Promise.all(Array.from({ length: WORKERS }, () => sendDueMessages("EMAIL"))));
    const unique = new Set(smtp.received.map(({ messageId }) => messageId)).size;
    const sent = await db.message.count({ where: { state: "SENT", attempts: 1 } });
    say(`messages: ${MESSAGES} mails due in the same minute, queued in ${queued.toFixed(1)} s`);
    say(
      `  sent by ${WORKERS} workers in ${sending.toFixed(1)} s (${WANTED_SECONDS} at most wanted): ${Math.round(MESSAGES / sending)} a second`,
    );
    say(
      `  ${smtp.received.length} received, ${smtp.received.length - unique} of them twice, ${sent} sent at the first attempt`,
    );
    if (unique !== MESSAGES || smtp.received.length !== MESSAGES) throw new Error("Not every message came once.");
    closeMail();
    await smtp.stop();
    await closeDb();
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measure();
