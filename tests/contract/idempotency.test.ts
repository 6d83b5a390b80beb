import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { defineRoute } from "@/lib/actor/define-route";
import { deleteExpiredIdempotencyKeys } from "@/lib/platform/idempotency/expired-keys";
import { shortText } from "@/lib/platform/input/text";
import { createUser } from "@/tests/support/factories";

type Body = Record<string, unknown>;
const work = vi.fn<(name: string) => Promise<{ id: number; name: string }>>();
let made = 0;

const create = defineRoute(
  {
    method: "POST",
    path: "/api/test-idempotent",
    operationId: "testIdempotent",
    summary: "Test",
    tags: ["Test"],
    auth: "optional",
    body: z.strictObject({ name: shortText(20), at: z.object({ b: z.number(), a: z.number() }).optional() }),
    response: { status: 201, schema: z.object({ id: z.number(), name: z.string() }) },
    location: ({ id }) => `/api/test-idempotent/${id}`,
    idempotent: true,
  },
  ({ body }) => work(body.name),
);

beforeEach(() => {
  work.mockReset();
  work.mockImplementation(async (name) => ({ id: ++made, name }));
});

function post(body: unknown, headers: Record<string, string> = {}, query = ""): Promise<Response> {
  const init = { method: "POST", headers: { "Content-Type": "application/json", ...headers } };
  return create(
    new Request(`http://localhost:3000/api/test-idempotent${query}`, { ...init, body: JSON.stringify(body) }),
  );
}
let keys = 0;
const newKey = () => ({ "Idempotency-Key": `key ${++keys}` });

describe("Idempotency-Key", () => {
  it("replays the first answer byte for byte, and does the work once", async () => {
    const key = newKey();
    const first = await post({ name: "a", at: { a: 1, b: 2 } }, key);
    const again = await post({ at: { b: 2, a: 1 }, name: "a" }, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.headers.has("idempotent-replayed")).toBe(false);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(again.headers.get("content-type")).toBe("application/json");
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(await again.text()).toBe(await first.text());
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("refuses another request under the same key", async () => {
    const key = newKey();
    await post({ name: "a" }, key);
    const other = await post({ name: "b" }, key);
    expect([other.status, ((await other.json()) as Body).code]).toEqual([422, "idempotency-key-reused"]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("lets one of many simultaneous requests run, and tells the others that it is running", async () => {
    const key = newKey();
    let finish: (value: unknown) => void = () => undefined;
    const started = new Promise((resolve) => {
      work.mockImplementation(async (name) => {
        resolve(undefined);
        await new Promise((end) => (finish = end));
        return { id: 7, name };
      });
    });
    const race = Array.from({ length: 8 }, () => post({ name: "a" }, key));
    await started;
    const statuses = new Set<number>();
    const losers = race.map((request) => request.then((answer) => statuses.add(answer.status)));
    await vi.waitFor(() => expect(statuses).toContain(409));
    finish(undefined);
    await Promise.all(losers);
    expect(work).toHaveBeenCalledTimes(1);
    expect([...statuses].every((status) => status === 409 || status === 201)).toBe(true);
    const late = await post({ name: "a" }, key);
    expect([late.status, late.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  });

  it("replays a permanent refusal and forgets a temporary one", async () => {
    const key = newKey();
    work.mockRejectedValueOnce(new AppError("slot-taken", "Taken.", { extra: { alternatives: [] } }));
    const refused = await post({ name: "a" }, key);
    const again = await post({ name: "a" }, key);
    expect([refused.status, again.status, again.headers.get("idempotent-replayed")]).toEqual([409, 409, "true"]);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    for (const failure of [new TypeError("bug"), new AppError("rate-limited"), new AppError("unavailable")]) {
      const other = newKey();
      work.mockRejectedValueOnce(failure);
      expect((await post({ name: "a" }, other)).status).toBeGreaterThanOrEqual(429);
      expect((await post({ name: "a" }, other)).status).toBe(201);
    }
  });

  it("is freed 60 seconds after a request died, not before, and its answer is kept for 24 hours", async () => {
    const key = newKey();
    await post({ name: "a" }, key);
    const age = (seconds: number, completed: boolean) => db.$executeRaw`
      UPDATE "IdempotencyKey" SET "createdAt" = now() - make_interval(secs => ${seconds}::int),
        "completedAt" = CASE WHEN ${completed} THEN now() END, "status" = CASE WHEN ${completed} THEN 201 END
      WHERE "key" = ${key["Idempotency-Key"]}`;
    await age(55, false);
    expect((await post({ name: "a" }, key)).status).toBe(409);
    await age(61, false);
    expect((await post({ name: "a" }, key)).headers.has("idempotent-replayed")).toBe(false);
    await age(86_000, true);
    expect((await post({ name: "a" }, key)).headers.get("idempotent-replayed")).toBe("true");
    await age(86_500, true);
    expect((await post({ name: "b" }, key)).status).toBe(201);
    await age(86_500, true);
    expect(await deleteExpiredIdempotencyKeys()).toBe(1);
  });

  it("belongs to its actor", async () => {
    const key = newKey();
    const users = [await createUser(), await createUser()];
    const answers = [];
    for (const user of users) {
      const token = await signAccessToken(user.id, user.sessionEpoch);
      answers.push(await post({ name: "a" }, { ...key, Authorization: `Bearer ${token}` }));
    }
    answers.push(await post({ name: "a" }, key));
    expect(answers.map((answer) => answer.headers.get("idempotent-replayed"))).toEqual([null, null, null]);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it("is not used up by an invalid request, and must be printable", async () => {
    const key = newKey();
    expect((await post({ name: "" }, key)).status).toBe(422);
    expect((await post({ name: "a" }, key)).status).toBe(201);
    for (const bad of ["", "é", "x".repeat(256)])
      expect((await post({ name: "a" }, { "Idempotency-Key": bad })).status).toBe(422);
  });

  it("stores no body, and no password that could be guessed from the table", async () => {
    await post({ name: "guess me" }, newKey());
    const [row] = await db.$queryRaw<{ hash: string }[]>`
      SELECT "requestHash" AS hash FROM "IdempotencyKey" ORDER BY "createdAt" DESC LIMIT 1`;
    const plain = createHash("sha256").update('POST\n/api/test-idempotent\n{"name":"guess me"}').digest("base64url");
    expect(row?.hash).toHaveLength(43);
    expect(row?.hash).not.toBe(plain);
  });
});
