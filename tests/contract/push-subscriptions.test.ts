import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as remove } from "@/app/api/push-subscriptions/[id]/route";
import { POST as test } from "@/app/api/push-subscriptions/[id]/test/route";
import { GET as list, POST as add } from "@/app/api/push-subscriptions/route";
import { db } from "@/lib/platform/db/db";
import { pushPublicKey } from "@/lib/platform/push/vapid";
import { createUser } from "@/tests/support/factories";
import { newSubscription, startPushService } from "@/tests/support/push";
import { bearerOf, call, expectProblem, pathsOf, type Handler, type Json, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const CHROME = { "User-Agent": "Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/143.0.0.0 Mobile Safari/537.36" };
let user: { id: string };
beforeAll(async () => {
  user = await createUser();
});

async function ask(handler: unknown, sent: Sent & { as?: { id: string } } = {}) {
  const { as = user, headers = {}, ...rest } = sent;
  return call(handler as Handler, { ...rest, headers: { ...(await bearerOf(as)), ...headers } });
}
const post = (body: unknown, headers: Record<string, string> = CHROME) => ask(add, { method: "POST", body, headers });
const itemsOf = async () => (await ask(list)).body.items as Json[];

describe("a browser that shows notifications, by REST", () => {
  it("is added with its name, listed without its address, and removed", async () => {
    const { sent } = newSubscription();
    const made = await post(sent);
    expect(made).toMatchObject({ status: 201, body: { device: "Chrome on Android", lastUsedAt: null } });
    const answer = await ask(list);
    expect(answer.body).toEqual({ publicKey: pushPublicKey(), items: [made.body] });
    expect(answer.text).not.toContain("127.0.0.1");
    const params = { id: made.body.id };
    expect((await ask(remove, { method: "DELETE", params })).status).toBe(204);
    expect(await itemsOf()).toEqual([]);
    expectProblem(await ask(remove, { method: "DELETE", params }), 404, "not-found");
    const audit = await db.auditEntry.findMany({ where: { subjectId: user.id }, select: { action: true } });
    expect(audit.map(({ action }) => action)).toEqual(["push-subscription.added", "push-subscription.removed"]);
  });

  it("is confirmed, not added again, when it subscribes again", async () => {
    const { sent } = newSubscription();
    const [first, second] = [await post(sent), await post(sent)];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect(await itemsOf()).toHaveLength(1);
  });

  it("takes the place of its former address", async () => {
    const [before, after] = [newSubscription().sent, newSubscription().sent];
    const old = await post(before);
    const made = await post({ ...after, replaces: before.endpoint });
    const ids = (await itemsOf()).map(({ id }) => id);
    expect(ids).toContain(made.body.id);
    expect(ids).not.toContain(old.body.id);
  });

  it.each([
    ["no push service's address", { endpoint: "https://evil.example/1" }, "endpoint"],
    ["an address in this network", { endpoint: "https://169.254.169.254/latest" }, "endpoint"],
    ["keys of no browser", { keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) } }, "keys"],
    ["keys of another shape", { keys: { p256dh: "short", auth: "a".repeat(22) } }, "keys.p256dh"],
    ["a field too many", { expirationTime: null }, ""],
  ])("is refused with %s", async (_what, over, path) => {
    const answer = await post({ ...newSubscription().sent, ...over });
    expectProblem(answer, 422, "invalid");
    expect(pathsOf(answer.body)[0] ?? "").toContain(path);
  });

  it("gets a test, and says what became of it", async () => {
    const service = await startPushService();
    const { sent, read } = newSubscription(service.origin);
    const params = { id: (await post(sent)).body.id };
    expect((await ask(test, { method: "POST", params })).body).toEqual({ result: "accepted" });
    expect(JSON.parse(read(service.got[0]!.body))).toMatchObject({
      notification: {
        title: "CareSync",
        body: "Notifications work on this device.",
        navigate: "http://localhost:3000/sign-in",
      },
    });
    expect((await itemsOf()).find(({ id }) => id === params.id)?.lastUsedAt).not.toBeNull();
    service.stop();
    expect((await ask(test, { method: "POST", params })).body).toEqual({ result: "later" });
    expectProblem(await ask(test, { method: "POST", params: { id: MISSING } }), 404, "not-found");
    expectProblem(await ask(test, { method: "POST", params, as: await createUser() }), 404, "not-found");
  });
});
