import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { unsafeListUnsent } from "@/lib/domain/messages/queries";
import { config, readConfig } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { isTextWritten } from "@/lib/platform/text-message/send-text";
import { actorOf } from "@/tests/support/actors";
import { testEnvironment } from "@/tests/support/env";
import { createAdmin, createUser } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { mailDraft, makeDue, messageOf, queue, textDraft } from "./messages-harness";

type Asked = { body: string; type: string | undefined; secret: string | undefined };

const asked: Asked[] = [];
let answer: (response: ServerResponse) => void;
const gateway = createServer((request: IncomingMessage, response: ServerResponse) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    asked.push({ body, type: request.headers["content-type"], secret: request.headers.authorization });
    answer(response);
  });
});
const accept = (response: ServerResponse) => response.writeHead(202).end('{"accepted":"+491705551234"}');
const JSON_BODY = '{"to":"{to}","text":"{text}","id":"{id}"}';

beforeAll(() => new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve)));
beforeEach(async () => {
  asked.length = 0;
  answer = accept;
  use(JSON_BODY);
  await db.message.deleteMany();
});
afterAll(() => {
  config.textMessages.gateway = undefined;
  gateway.closeAllConnections();
  return new Promise((resolve) => gateway.close(resolve));
});

const NUMBER = "+491705551234";

function use(body: string): void {
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`;
  config.textMessages.gateway = { url, headers: { Authorization: "Bearer secret" }, body };
}

async function sent() {
  const draft = textDraft(NUMBER);
  await queue(draft);
  await sendDueMessages("SMS");
  return { draft, message: await messageOf(draft) };
}

it("a text message is posted with the secret, its number, its text and its ID, in JSON or as a form", async () => {
  const { message } = await sent();
  expect(message).toMatchObject({ state: "SENT", content: null });
  expect(asked[0]).toMatchObject({ type: "application/json", secret: "Bearer secret" });
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ to: NUMBER, text: 'Say "hi" & more', id: message.id });
  use("number={to}&message={text}");
  await sent();
  expect(asked[1]?.type).toBe("application/x-www-form-urlencoded");
  expect(Object.fromEntries(new URLSearchParams(asked[1]?.body))).toEqual({
    number: NUMBER,
    message: 'Say "hi" & more',
  });
});

it("goes to the phone number of the account, and is given up where there is none", async () => {
  const [user, without] = [await createUser({ phone: NUMBER }), await createUser({ phone: null })];
  const drafts = [user, without].map(({ id }) => ({ ...textDraft(""), userId: id, toAddress: null }));
  await queue(...drafts);
  await sendDueMessages("SMS");
  expect(asked.map(({ body }) => (JSON.parse(body) as { to: string }).to)).toEqual([NUMBER]);
  expect(await messageOf(drafts[1]!)).toMatchObject({ state: "GIVEN_UP", answer: "no-address" });
});

it.each([
  ["is busy", 503, "FAILED"],
  ["has had too many", 429, "FAILED"],
  ["doesn't know us", 401, "FAILED"],
  ["leads elsewhere", 302, "FAILED"],
  ["refuses the number", 422, "GIVEN_UP"],
] as const)("when the gateway %s (%i), the message is %s", async (_what, status, state) => {
  answer = (response) => response.writeHead(status, { location: "http://127.0.0.1:1/" }).end("no: +491705551234");
  const { draft, message } = await sent();
  expect(message).toMatchObject({ state, answer: `http-${status}`, attempts: 1 });
  answer = accept;
  await makeDue();
  await sendDueMessages("SMS");
  expect((await messageOf(draft)).state).toBe(state === "FAILED" ? "SENT" : "GIVEN_UP");
  const ids = asked.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  expect(new Set(ids).size, "the same ID for each attempt").toBe(1);
});

it("a gateway that hangs up is tried again", async () => {
  answer = (response) => response.socket?.destroy();
  expect((await sent()).message).toMatchObject({ state: "FAILED", answer: "UND_ERR_SOCKET" });
});

it("without a gateway a text message stays in the outbox, where it can be read", async () => {
  config.textMessages.gateway = undefined;
  const { message } = await sent();
  expect(message).toMatchObject({ state: "GIVEN_UP", answer: "not-configured" });
  expect(await unsafeListUnsent(5)).toMatchObject([{ id: message.id, toAddress: NUMBER, text: 'Say "hi" & more' }]);
});

it("in the sandbox texts are written and stay in the outbox, which shows nothing else where mail is sent", async () => {
  config.textMessages.gateway = "sandbox";
  config.mail.smtpUrl = "smtp://localhost:1";
  try {
    expect(isTextWritten()).toBe(true);
    const { message } = await sent();
    expect(message).toMatchObject({ state: "GIVEN_UP", answer: "not-configured" });
    await queue(mailDraft({ toAddress: "a@caresync.test" }));
    const admin = await actorOf(await createAdmin());
    expect(await listOutbox(admin)).toMatchObject([{ id: message.id, text: 'Say "hi" & more' }]);
    config.textMessages.gateway = undefined;
    expect(await outcome(listOutbox(admin))).toBe("not-found");
  } finally {
    config.mail.smtpUrl = undefined;
  }
});

it("the gateway is configured by its address, a header with a secret, and a body", () => {
  expect(readConfig({ ...testEnvironment }).textMessages.gateway).toBeUndefined();
  const { gateway: read } = readConfig({
    ...testEnvironment,
    SMS_URL: "https://sms.example/send",
    SMS_HEADER: "X-Key: abc: d",
  }).textMessages;
  expect(read).toEqual({ url: "https://sms.example/send", headers: { "X-Key": "abc: d" }, body: JSON_BODY });
  expect(readConfig({ ...testEnvironment, SMS_URL: "sandbox" }).textMessages.gateway).toBe("sandbox");
  expect(() => readConfig({ ...testEnvironment, SMS_URL: "sms.example" })).toThrow(/SMS_URL must be the address/);
  expect(() => readConfig({ ...testEnvironment, SMS_BODY: "to={to}" })).toThrow(/SMS_BODY must contain/);
});
