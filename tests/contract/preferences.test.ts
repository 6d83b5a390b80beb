import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as get, PATCH as change } from "@/app/api/me/preferences/route";
import { GET as follow, POST as stop } from "@/app/api/unsubscribe/[token]/route";
import { queueMessages } from "@/lib/domain/messages/queue-messages";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { stopToken } from "@/lib/domain/preferences/stop-token";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { sql } from "@/lib/platform/db/sql";
import { createUser } from "@/tests/support/factories";
import { startFakeSmtp } from "../integration/fake-smtp";
import { bearerOf, call, expectProblem, type Handler, type Json } from "./appointments-harness";

let user: Awaited<ReturnType<typeof createUser>>;
beforeEach(async () => {
  user = await createUser();
});

async function ask(handler: unknown, method = "GET", body?: Json, headers: Record<string, string> = {}) {
  const sent = body ? { body } : {};
  return call(handler as Handler, { method, ...sent, headers: { ...(await bearerOf(user)), ...headers } });
}
const mails = (body: Json) =>
  (body.choices as Json[]).find(({ topic, channel }) => `${topic} ${channel}` === "MESSAGES EMAIL");

describe("preferences, by REST", () => {
  it("start with the defaults, are changed one by one, and have a version", async () => {
    const first = await ask(get);
    expect(first.body).toMatchObject({ version: 0, timeZone: "UTC", quietHours: null });
    expect(mails(first.body)).toEqual({ topic: "MESSAGES", channel: "EMAIL", isOn: true, isFixed: false });
    const choices = [{ topic: "MESSAGES", channel: "EMAIL", isOn: false }];
    const changed = await ask(change, "PATCH", { choices }, { "If-Match": '"0"' });
    expect(changed).toMatchObject({ status: 200, body: { version: 1 } });
    expect(mails(changed.body)).toMatchObject({ isOn: false });
    const quietHours = { from: "22:00", until: "07:00" };
    const quiet = await ask(change, "PATCH", { quietHours });
    expect(quiet.body).toMatchObject({ version: 2, quietHours });
    expect(mails(quiet.body)).toMatchObject({ isOn: false });
    expectProblem(await ask(change, "PATCH", { choices }, { "If-Match": '"1"' }), 412, "precondition-failed");
  });

  it.each<[string, Json]>([
    ["turning off what someone has to learn", { choices: [{ topic: "VISITS", channel: "EMAIL", isOn: false }] }],
    ["a topic that isn't one", { choices: [{ topic: "GOSSIP", channel: "EMAIL", isOn: true }] }],
    ["a time that isn't one", { quietHours: { from: "25:00", until: "07:00" } }],
    ["quiet hours without end", { quietHours: { from: "22:00", until: "22:00" } }],
  ])("refuse %s", async (_what, body) => {
    expectProblem(await ask(change, "PATCH", body), 422, "invalid");
  });
});

describe("an unsubscribe link", () => {
  const by = (handler: unknown, method: string, token: string, raw?: string) =>
    call(handler as Handler, { method, params: { token }, ...(raw === undefined ? {} : { raw }) });
  const isOn = async () => mails((await ask(get)).body)?.isOn;

  it("changes nothing when it is followed, and stops the emails when a mail program posts to it", async () => {
    const token = stopToken(user.id, "MESSAGES");
    const followed = await by(follow, "GET", token);
    expect([followed.status, followed.headers.get("location")]).toEqual([
      303,
      `http://localhost:3000/unsubscribe/${token}`,
    ]);
    expect(await isOn()).toBe(true);
    expect((await by(stop, "POST", token, "List-Unsubscribe=One-Click")).status).toBe(204);
    expect((await by(stop, "POST", token, "List-Unsubscribe=One-Click")).status).toBe(204);
    expect(await isOn()).toBe(false);
    const entries = await db.auditEntry.findMany({ where: { subjectId: user.id }, select: { action: true } });
    expect(entries).toEqual([{ action: "preferences.unsubscribed" }]);
  });

  it("that was altered does nothing", async () => {
    const token = stopToken(user.id, "MESSAGES");
    const altered = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    for (const wrong of [altered, "x", stopToken(user.id, "VISITS")])
      expectProblem(await by(stop, "POST", wrong), 404, "not-found");
    expect(await isOn()).toBe(true);
  });

  it("leaves other choices as they were", async () => {
    await ask(change, "PATCH", { choices: [{ topic: "MESSAGES", channel: "SMS", isOn: true }] });
    await by(stop, "POST", stopToken(user.id, "MESSAGES"));
    const { body } = await ask(get);
    expect(mails(body)?.isOn).toBe(false);
    expect(body.choices).toContainEqual({ topic: "MESSAGES", channel: "SMS", isOn: true, isFixed: false });
  });
});

describe("an email", () => {
  let smtp: Awaited<ReturnType<typeof startFakeSmtp>>;
  beforeAll(async () => {
    smtp = await startFakeSmtp();
    config.mail.smtpUrl = smtp.url;
    return () => {
      config.mail.smtpUrl = undefined;
      return smtp.stop();
    };
  });

  async function headersOf(reason: string): Promise<string> {
    const letter = { subject: "Hello", body: ["Hello"], why: "" };
    const key = `${reason}:${user.id}`;
    await queueMessages(sql, [{ key, userId: user.id, reason, channel: "EMAIL", content: { letter } }]);
    await sendDueMessages("EMAIL");
    const raw = smtp.received.at(-1)?.raw ?? "";
    return raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n\s+/g, "");
  }

  it("that isn't essential names the address that stops more like it; others don't", async () => {
    const headers = await headersOf("conversation.practice-wrote");
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const token = /List-Unsubscribe: ?<http:\/\/localhost:3000\/api\/unsubscribe\/([^>]+)>/.exec(headers)?.[1] ?? "";
    expect((await call(stop as Handler, { method: "POST", params: { token } })).status).toBe(204);
    for (const reason of ["appointment.cancelled", "password-changed"])
      expect(await headersOf(reason), reason).not.toContain("List-Unsubscribe");
  });
});
