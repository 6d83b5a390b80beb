import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { signAccessToken } from "@/lib/platform/auth/access-token";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { toAppError } from "@/lib/platform/errors/driver-errors";
import { defineRoute } from "@/lib/platform/http/define-route";
import { deleteExpiredIdempotencyKeys } from "@/lib/platform/idempotency/expired-keys";
import { shortText } from "@/lib/platform/http/text";
import { startChannelsServer } from "@/lib/platform/realtime/server/start-channels-server";
import { bucketOf, deleteExpiredWindows, takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { rulesRelease } from "@/lib/platform/time/rules-release";
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
  return create(new Request(`http://localhost:3000/api/test-idempotent${query}`, { ...init, body: JSON.stringify(body) }));
}
let keys = 0;
const newKey = () => ({ "Idempotency-Key": `key ${++keys}` });

describe("Idempotency-Key", () => {
  it("answers the same request with the first answer, byte for byte, and works once", async () => {
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

  it("lets one of many simultaneous requests work; the others hear that it runs", async () => {
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

  it("plays a lasting refusal again and forgets one that may pass", async () => {
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

  it("of a request that died is free after 60 seconds, not before; a kept answer ends after 24 hours", async () => {
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

  it("is not spent on a request that is invalid, and must be printable", async () => {
    const key = newKey();
    expect((await post({ name: "" }, key)).status).toBe(422);
    expect((await post({ name: "a" }, key)).status).toBe(201);
    for (const bad of ["", "é", "x".repeat(256)]) expect((await post({ name: "a" }, { "Idempotency-Key": bad })).status).toBe(422);
  });

  it("leaves no body and no password to guess in the table", async () => {
    await post({ name: "guess me" }, newKey());
    const [row] = await db.$queryRaw<{ hash: string }[]>`
      SELECT "requestHash" AS hash FROM "IdempotencyKey" ORDER BY "createdAt" DESC LIMIT 1`;
    const plain = createHash("sha256").update('POST\n/api/test-idempotent\n{"name":"guess me"}').digest("base64url");
    expect(row?.hash).toHaveLength(43);
    expect(row?.hash).not.toBe(plain);
  });
});

describe("a rate limit", () => {
  const limited = defineRoute(
    {
      method: "POST",
      path: "/api/test-limited",
      operationId: "testLimited",
      summary: "Test",
      tags: ["Test"],
      auth: "none",
      body: z.strictObject({ email: shortText(50) }),
      rateLimit: [
        { name: "test-address", by: "address", limit: 5, windowSeconds: 60 },
        { name: "test-email", by: ({ body }) => body.email, limit: 2, windowSeconds: 60 },
      ],
      response: { status: 204 },
    },
    async () => undefined,
  );
  const call = (email: string) =>
    limited(
      new Request("http://localhost:3000/api/test-limited", {
        method: "POST",
        body: JSON.stringify({ email }),
        headers: { "Content-Type": "application/json" },
      }),
    );

  it("says what is allowed and what is left, refuses what is too much, and says when to come back", async () => {
    const first = await call("a@caresync.test");
    expect(first.status).toBe(204);
    expect(first.headers.get("ratelimit-policy")).toBe('"test-address";q=5;w=60, "test-email";q=2;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"test-address";r=4;t=(60|59), "test-email";r=1;t=(60|59)$/);
    await call("a@caresync.test");
    const refused = await call("a@caresync.test");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(refused.headers.get("ratelimit")).toMatch(/"test-email";r=0/);
    expect(((await refused.json()) as Body).code).toBe("rate-limited");
    expect((await call("b@caresync.test")).status).toBe(204);
    expect((await call("c@caresync.test")).status).toBe(204);
    expect((await call("d@caresync.test")).status).toBe(429);
  });

  it("counts exactly under concurrency", async () => {
    const limit = { name: "test-race", key: "k", limit: 10, windowSeconds: 60 };
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => takeToken(limit)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("starts anew when its window is over, and refused attempts do not lengthen it", async () => {
    const limit = { name: "test-window", key: "k", limit: 1, windowSeconds: 60 };
    await takeToken(limit);
    await expect(takeToken(limit)).rejects.toMatchObject({ code: "rate-limited" });
    const bucket = bucketOf("test-window", "k");
    await db.$executeRaw`UPDATE "RateLimitWindow" SET "expiresAt" = now() - interval '1 second' WHERE "bucket" = ${bucket}`;
    expect(await takeToken(limit)).toMatchObject({ remaining: 0, resetSeconds: 60 });
    await db.$executeRaw`UPDATE "RateLimitWindow" SET "expiresAt" = now() - interval '1 second' WHERE "bucket" = ${bucket}`;
    expect(await deleteExpiredWindows()).toBe(1);
  });

  it("gives attempts back", async () => {
    const limit = { name: "test-back", key: "k", limit: 2, windowSeconds: 60 };
    await takeToken(limit);
    expect(await takeToken({ ...limit, cost: -1 })).toMatchObject({ remaining: 2 });
    expect(await takeToken({ ...limit, cost: -1 })).toMatchObject({ remaining: 2 });
  });

  it("keeps no address and no email", async () => {
    await call("somebody@caresync.test");
    const rows = await db.$queryRaw<{ bucket: string }[]>`SELECT "bucket" FROM "RateLimitWindow"`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { bucket } of rows) expect(bucket).toMatch(/^[\w-]{43}$/);
  });
});

describe("what PostgreSQL refuses", () => {
  const failing = async (query: () => Promise<unknown>) => toAppError(await query().catch((error: unknown) => error))?.code;
  const id = "0197a3c0-0000-7000-8000-00000000000a";

  it("is never a fault of ours", async () => {
    const user = await createUser();
    expect(await failing(() => db.$queryRaw`SELECT ${"x"}::uuid`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT ${"a\u0000b"}::text`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT 3000000000::int8::int4`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT '2030-02-30'::date`)).toBe("invalid");
    expect(await failing(() => db.$queryRaw`SELECT 1/0`)).toBeUndefined();
    expect(await failing(() => db.user.create({ data: { email: user.email, name: "A", passwordHash: "x" } }))).toBe("already-exists");
    expect(await failing(() => db.user.update({ where: { id }, data: { name: "B" } }))).toBe("not-found");
    expect(await failing(() => db.user.findUnique({ where: { id: "x" } }))).toBe("invalid");
    expect(await failing(() => db.user.update({ where: { id: user.id }, data: { name: "a\u0000b" } }))).toBe("invalid");
    expect(await failing(() => db.patientAccess.create({ data: { userId: user.id, patientId: id, relation: "SELF" } }))).toBe("conflict");
  });
});

describe("health", () => {
  const request = (path: string) => new Request(`http://localhost:3000/api/health/${path}`);

  it("is live without asking anybody", async () => {
    const answer = await live(request("live"));
    expect([answer.status, await answer.json()]).toEqual([200, { status: "live" }]);
  });

  it("is ready when the database is reachable and migrated, and tells its lags", async () => {
    const answer = await ready(request("ready"));
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ outboxLagSeconds: 0, queueLagSeconds: 0, jobs: { waiting: 0, running: 0, exhausted: 0 }, timeZones: rulesRelease() });
    expect(body.migrations).toBeGreaterThan(0);
  });

  it("serves, and names what is away: no worker has been heard, no channels server of ours answers", async () => {
    const told = async () => (await (await ready(request("ready"))).json()) as Record<string, unknown>;
    expect(await told()).toMatchObject({ status: "degraded", missing: ["live-updates", "background-work"] });
    await db.jobWorker.create({ data: { id: "worker-of-the-test" } });
    expect(await told()).toMatchObject({ status: "degraded", missing: ["live-updates"] });
    const { appId: id, key, secret, port: nobodysPort } = config.pusher;
    const channels = await startChannelsServer({ host: "127.0.0.1", port: 0, apps: [{ id, key, secret }] });
    config.pusher.port = channels.port;
    expect(await told()).toMatchObject({ status: "ready", missing: [] });
    await channels.close();
    const stranger = createServer().listen(0, "127.0.0.1");
    await once(stranger, "listening");
    config.pusher.port = (stranger.address() as AddressInfo).port;
    expect(await told(), "another program holds its port").toMatchObject({ status: "degraded", missing: ["live-updates"] });
    config.pusher.port = nobodysPort;
    stranger.close();
  });

  it("counts a job as late until it is done: locked by a dead worker, or tried as often as allowed", async () => {
    await db.$executeRaw`SELECT graphile_worker.add_job('send-mail', '{}', run_at => now() - interval '90 seconds')`;
    const told = async () => (await (await ready(request("ready"))).json()) as { queueLagSeconds: number; jobs: unknown };
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now()`;
    expect(await told()).toMatchObject({ jobs: { waiting: 0, running: 1, exhausted: 0 } });
    expect((await told()).queueLagSeconds).toBeGreaterThanOrEqual(90);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL, attempts = max_attempts`;
    expect(await told()).toMatchObject({ jobs: { waiting: 0, running: 0, exhausted: 1 } });
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  });

  it("is not ready, and says so as a problem, when the database lags behind the release", async () => {
    const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await owner.connect();
    await owner.query(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    const answer = await ready(request("ready"));
    await owner.query(`UPDATE "_prisma_migrations" SET finished_at = now()`);
    await owner.end();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("retry-after")).toBe("5");
  });
});
