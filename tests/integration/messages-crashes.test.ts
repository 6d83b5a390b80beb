import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { claimDue } from "@/lib/domain/messages/statements";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { closeMail } from "@/lib/platform/mail/send-mail";
import { startFakeSmtp } from "./fake-smtp";
import { abandon, mailDraft, messageOf, queue } from "./messages-harness";

let smtp: Awaited<ReturnType<typeof startFakeSmtp>>;

beforeAll(async () => {
  smtp = await startFakeSmtp();
  config.mail.smtpUrl = smtp.url;
});
beforeEach(async () => {
  smtp.received.length = 0;
  smtp.behaviour.onAccepted = async () => undefined;
  await db.message.deleteMany();
});
afterAll(() => {
  config.mail.smtpUrl = undefined;
  closeMail();
  return smtp.stop();
});

const ASHA = { toAddress: "asha@caresync.test" };
const send = () => sendDueMessages("EMAIL");
const received = () => [...new Set(smtp.received.map(({ messageId }) => messageId))].length;

it("a worker killed before it claims anything leaves the message to the next", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  expect((await messageOf(draft)).state).toBe("DUE");
  await send();
  expect([smtp.received.length, (await messageOf(draft)).state]).toEqual([1, "SENT"]);
});

it("a worker killed after claiming, before the provider heard of it, loses nothing", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  await claimDue(sql, "EMAIL", 10);
  expect(await messageOf(draft)).toMatchObject({ state: "SENDING", attempts: 1 });
  expect(await send(), "a claimed message is not sent by another worker").toBe(0);
  await abandon();
  await send();
  expect(await messageOf(draft)).toMatchObject({ state: "SENT", attempts: 2 });
  expect(smtp.received).toHaveLength(1);
});

it("a worker killed after the provider accepted repeats the message under the same ID", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  // As if the worker died here: another takes over and sends, before the first one hears that it was accepted.
  let isFirst = true;
  smtp.behaviour.onAccepted = async () => {
    if (!isFirst) return;
    isFirst = false;
    await abandon();
    await send();
  };
  await send();
  expect(smtp.received).toHaveLength(2);
  expect(received(), "one message for the receiver").toBe(1);
  expect(await messageOf(draft), "the late answer of the first changes nothing").toMatchObject({
    state: "SENT",
    attempts: 2,
  });
});

it("a worker killed after SENT is written leaves nothing to do", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  await send();
  await abandon();
  expect(await send()).toBe(0);
  expect(smtp.received).toHaveLength(1);
});

it("a message whose worker dies every time is given up after the last attempt", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  for (let round = 0; round < 20; round++) {
    await claimDue(sql, "EMAIL", 10);
    await abandon();
    await db.message.updateMany({ where: { state: "FAILED" }, data: { nextAttemptAt: new Date(0) } });
    if ((await messageOf(draft)).state === "GIVEN_UP") break;
    await sendDueMessages("SMS"); // releases what was abandoned, of all channels
  }
  expect(await messageOf(draft)).toMatchObject({ state: "GIVEN_UP", answer: "interrupted", attempts: 12 });
});

it("two workers share what is due: each message goes out once", async () => {
  await queue(...Array.from({ length: 300 }, (_, n) => mailDraft({ toAddress: `many-${n}@caresync.test` })));
  const counts = await Promise.all([send(), send(), send()]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(300);
  expect([smtp.received.length, received()]).toEqual([300, 300]);
  expect(await db.message.count({ where: { state: "SENT", attempts: 1 } })).toBe(300);
});

it("two workers that want the same row: one gets it", async () => {
  const draft = mailDraft(ASHA);
  await queue(draft);
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimDue(sql, "EMAIL", 10)));
  expect(claims.map((rows) => rows.length).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});
