import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { cancelMessages } from "@/lib/domain/messages/cancel-messages";
import { removeOldMessages } from "@/lib/domain/messages/remove-old-messages";
import { MAX_ATTEMPTS } from "@/lib/domain/messages/rules";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { closeMail } from "@/lib/platform/mail/send-mail";
import { changeAddress } from "@/tests/support/change-address";
import { createHospital, createUser } from "@/tests/support/factories";
import { startFakeSmtp } from "./fake-smtp";
import { mailDraft, makeDue, messageOf, queue } from "./messages-harness";

let smtp: Awaited<ReturnType<typeof startFakeSmtp>>;

beforeAll(async () => {
  smtp = await startFakeSmtp();
});
beforeEach(async () => {
  config.mail.smtpUrl = smtp.url;
  smtp.received.length = 0;
  smtp.behaviour.refusal = null;
  await db.message.deleteMany();
});
afterAll(() => {
  config.mail.smtpUrl = undefined;
  closeMail();
  return smtp.stop();
});

const ASHA = { toAddress: "asha@caresync.test" };
const send = () => sendDueMessages("EMAIL");

describe("a message", () => {
  it("is queued once under its key, however often", async () => {
    const draft = mailDraft(ASHA);
    const both = await Promise.all([queue(draft), queue(draft)]);
    expect(both.flat()).toEqual([{ key: draft.key, dueAt: expect.any(Date) }]);
    expect(await queue(draft)).toEqual([]);
    await send();
    expect(smtp.received).toHaveLength(1);
  });

  it("is sent once by its own ID, as text and HTML, and keeps nothing of what it said", async () => {
    const draft = mailDraft(ASHA);
    await queue(draft);
    expect([await send(), await send()]).toEqual([1, 0]);
    const message = await messageOf(draft);
    expect(message).toMatchObject({ state: "SENT", attempts: 1, content: null, answer: null });
    expect(smtp.received[0]).toMatchObject({ messageId: `<${message.id}@localhost>` });
    expect(smtp.received[0]?.raw).toMatch(
      /Subject: Hello[^]*text\/plain[^]*a link inside[^]*text\/html[^]*a link inside/,
    );
  });

  it("goes to the address the account has when it is sent, and to no suspended account", async () => {
    const [user, suspended] = [await createUser(), await createUser()];
    const drafts = [mailDraft({ userId: user.id }), mailDraft({ userId: suspended.id })] as const;
    await queue(...drafts);
    await changeAddress(user, "new-address@caresync.test");
    await db.user.update({ where: { id: suspended.id }, data: { status: "SUSPENDED" } });
    await send();
    expect(smtp.received.map(({ raw }) => /^To: (.*)$/m.exec(raw)?.[1]?.trim())).toEqual(["new-address@caresync.test"]);
    expect(await messageOf(drafts[1])).toMatchObject({
      state: "CANCELLED",
      answer: "account-suspended",
      content: null,
    });
  });

  it("waits for its time, and isn't sent once it is of no use", async () => {
    const [later, over] = [
      mailDraft(ASHA, { dueAt: new Date(Date.now() + 3_600_000) }),
      mailDraft(ASHA, { expiresAt: new Date(Date.now() - 1000) }),
    ];
    await queue(later, over);
    await send();
    expect(smtp.received).toEqual([]);
    expect((await messageOf(later)).state).toBe("DUE");
    expect(await messageOf(over)).toMatchObject({ state: "CANCELLED", answer: "expired" });
  });

  it("is cancelled with what it is about, unless it has gone out", async () => {
    const about = "appointment:0199";
    const [sent, unsent] = [mailDraft(ASHA, { about }), mailDraft(ASHA, { about })];
    await queue(sent);
    await send();
    await queue(unsent);
    expect(await inTransaction(SYSTEM_ACTOR, (tx) => cancelMessages(tx, { about: [about] }))).toBe(1);
    await send();
    expect([(await messageOf(sent)).state, (await messageOf(unsent)).state]).toEqual(["SENT", "CANCELLED"]);
    expect(smtp.received).toHaveLength(1);
    expect(await queue(unsent)).toEqual([]);
  });
});

describe("a provider that refuses", () => {
  it("for now is tried again after growing pauses, and given up visibly in the end; its words stay out of the ledger", async () => {
    smtp.behaviour.refusal = "450 asha@caresync.test is busy";
    const draft = mailDraft(ASHA);
    await queue(draft);
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const at = Date.now();
      await send();
      const { state, answer, nextAttemptAt, attempts } = await messageOf(draft);
      expect({ state, answer, attempts }).toEqual({
        state: attempt < MAX_ATTEMPTS ? "FAILED" : "GIVEN_UP",
        answer: "EENVELOPE-450",
        attempts: attempt,
      });
      pauses.push(Math.round((nextAttemptAt.getTime() - at) / 15_000));
      await makeDue();
    }
    expect(pauses.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
    expect(await send()).toBe(0);
  });

  it("for good is not asked again", async () => {
    smtp.behaviour.refusal = "550 no such person <asha@caresync.test>";
    const draft = mailDraft(ASHA);
    await queue(draft);
    await send();
    const message = await messageOf(draft);
    expect(message).toMatchObject({ state: "GIVEN_UP", answer: "EENVELOPE-550" });
    expect(message.content).not.toBeNull();
  });

  it("is none at all without a mail server: what it says stays for the outbox, for a month", async () => {
    config.mail.smtpUrl = undefined;
    const draft = mailDraft(ASHA);
    await queue(draft);
    await send();
    expect(await messageOf(draft)).toMatchObject({ state: "GIVEN_UP", answer: "not-configured" });
    await removeOldMessages();
    expect((await messageOf(draft)).content).not.toBeNull();
    await db.message.updateMany({ data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } });
    await removeOldMessages();
    expect((await messageOf(draft)).content).toBeNull();
    await db.message.updateMany({ data: { createdAt: new Date(Date.now() - 366 * 86_400_000) } });
    await removeOldMessages();
    expect(await db.message.count()).toBe(0);
  });
});

it("the ledger refuses a message that begins as sent, and one without a recipient", async () => {
  const hospital = await createHospital();
  const row = { key: "a", reason: "test", channel: "EMAIL", hospitalId: hospital.id } as const;
  await expect(db.message.create({ data: { ...row, ...ASHA, state: "SENT", endedAt: new Date() } })).rejects.toThrow(
    /begins as due/,
  );
  await expect(db.message.create({ data: row })).rejects.toThrow(/Message_recipient/);
});
