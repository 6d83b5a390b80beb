import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createServer, type Server, type Socket } from "node:net";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { MAX_PER_DAY, planMails, queueMails, queueMail, SEND_MAIL_TASK } from "@/lib/platform/mail/queue-mail";
import { removeExpiredTokens } from "@/lib/domain/accounts/remove-expired";
import {
  PASSWORD_RESET_TASK,
  requestPasswordReset,
  sendPasswordReset,
} from "@/lib/domain/accounts/request-password-reset";
import { AppError } from "@/lib/platform/errors/app-error";
import { startWorker } from "@/lib/platform/jobs/worker";
import { actorOf } from "@/tests/support/actors";
import { createAdmin, createHospital, createUser } from "@/tests/support/factories";
import { outcome } from "../support/outcome";

const ADDRESS = "198.51.100.7";
const DAY_MS = 86_400_000;
const NOW = new Date("2027-03-01T22:00:00Z");
const waitingJobs = () => db.$queryRaw<{ task: string }[]>`SELECT task_identifier AS task FROM graphile_worker.jobs`;

beforeEach(() => db.rateLimitWindow.deleteMany());

/** How many mails of one import go out on each day from today. */
async function send(hospitalId: string, count: number): Promise<number[]> {
  const sender = await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const plan = await planMails(tx, hospitalId, count, NOW);
    await queueMails(
      tx,
      Array.from({ length: count }, (_, i) => ({ to: `many-${i}@caresync.test`, subject: "s", text: "t" })),
      plan,
    );
    return plan;
  });
  const byDay: number[] = [];
  for (const dueAt of sender.dueAt) {
    const day = Math.floor(dueAt.getTime() / DAY_MS) - Math.floor(NOW.getTime() / DAY_MS);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  return [...byDay].map((sent) => sent ?? 0);
}

// First: it waits until no job is left.
describe("queued mail", () => {
  it("is queued in the transaction that creates it, and not at all when that fails", async () => {
    const failing = inTransaction(SYSTEM_ACTOR, async (tx) => {
      await queueMail(tx, { to: "rolled-back@caresync.test", subject: "s", text: "t" });
      throw new AppError("conflict");
    });
    expect(await outcome(failing)).toBe("conflict");
    expect(await db.outboundMail.count({ where: { toAddress: "rolled-back@caresync.test" } })).toBe(0);
  });

  it("goes from request to outbox by the worker alone, with the application's rights", async () => {
    const user = await createUser();
    const worker = startWorker({
      tasks: {
        [PASSWORD_RESET_TASK]: (payload) => sendPasswordReset((payload as { email: string }).email),
        [SEND_MAIL_TASK]: async () => undefined,
      },
    });
    try {
      await requestPasswordReset(user.email, ADDRESS);
      await expect
        .poll(() => db.outboundMail.count({ where: { toAddress: user.email } }), { timeout: 10_000, interval: 50 })
        .toBe(1);
      await expect.poll(async () => (await waitingJobs()).length, { timeout: 10_000, interval: 50 }).toBe(0);
    } finally {
      await worker.stop();
    }
  });

  it("is deleted with its links when both have long expired", async () => {
    const user = await createUser();
    await sendPasswordReset(user.email);
    const later = new Date(Date.now() + 9 * 86_400_000);
    expect(await removeExpiredTokens(later)).toBeGreaterThan(0);
    expect(await db.passwordReset.count()).toBe(0);
  });
});

describe("mail caused by a hospital", () => {
  it("is limited per day, and the rest follows on the days after, also for a second import", async () => {
    const hospital = await createHospital();
    expect(await send(hospital.id, MAX_PER_DAY + 100)).toEqual([MAX_PER_DAY, 100]);
    expect(await send(hospital.id, MAX_PER_DAY)).toEqual([0, MAX_PER_DAY - 100, 100]);
    const jobs = await db.$queryRaw<
      { late: number }[]
    >`SELECT count(*) FILTER (WHERE run_at >= '2027-03-02Z')::int AS late FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`;
    expect(jobs[0]?.late).toBe(MAX_PER_DAY + 100);
  });

  it("does not use up another hospital's limit", async () => {
    expect(await send((await createHospital()).id, 3)).toEqual([3]);
  });
});

it("an administrator's view of the outbox is audited, and shows no link that opens an account", async () => {
  const admin = await actorOf(await createAdmin());
  const key = "k".repeat(43);
  await db.outboundMail.create({
    data: { toAddress: "a@caresync.test", subject: "Choose", text: `Here: https://care.example/reset-password/${key}` },
  });
  const [mail] = await listOutbox(admin);
  expect(mail).toMatchObject({ text: "Here: https://care.example/reset-password/…", hasHiddenLink: true });
  expect(await db.auditEntry.count({ where: { action: "outbox.view", actorUserId: admin.userId } })).toBe(1);
});

describe("mail over SMTP", () => {
  const sessions: string[] = [];
  let refuse = false;
  const server: Server = createServer((socket) => speakSmtp(socket));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Just enough SMTP for a client to deliver one mail. */
  function speakSmtp(socket: Socket): void {
    let inData = false;
    let text = "";
    socket.write("220 test ESMTP\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("utf8").split("\r\n").slice(0, -1)) {
        if (inData) {
          if (line !== ".") text += `${line}\n`;
          else {
            inData = false;
            sessions.push(text);
            socket.write("250 taken\r\n");
          }
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (/^RCPT/i.test(line) && refuse) socket.write("550 no such person <asha@caresync.test>\r\n");
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  }

  it("is sent once, loses its text then, and a refusal quotes no address", async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { config } = await import("@/lib/platform/config/config");
    const { sendMail, closeMail } = await import("@/lib/platform/mail/send-mail");
    const { port } = server.address() as { port: number };
    const before = config.mail.smtpUrl;
    config.mail.smtpUrl = `smtp://127.0.0.1:${port}`;
    try {
      const mail = await db.outboundMail.create({
        data: { toAddress: "asha@caresync.test", subject: "Hello", text: "a link inside" },
      });
      refuse = true;
      const failure = await sendMail(mail.id).then(
        () => "sent",
        (error: unknown) => String(error),
      );
      expect(failure).toMatch(/refused/);
      expect(failure).not.toMatch(/asha|caresync\.test/);
      refuse = false;
      await sendMail(mail.id);
      await sendMail(mail.id);
      expect(sessions).toHaveLength(1);
      expect(sessions[0]).toMatch(/Subject: Hello[\s\S]*a link inside/);
      expect(await db.outboundMail.findUniqueOrThrow({ where: { id: mail.id } })).toMatchObject({
        text: "",
        sentAt: expect.any(Date),
      });
    } finally {
      config.mail.smtpUrl = before;
      closeMail();
    }
  });
});
