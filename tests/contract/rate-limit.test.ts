import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/lib/platform/db/db";
import { defineRoute } from "@/lib/actor/define-route";
import { shortText } from "@/lib/platform/input/text";
import { bucketOf, deleteExpiredWindows, takeToken } from "@/lib/platform/rate-limit/rate-limit";

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

  it("states what is allowed and what is left, refuses the excess, and says when to retry", async () => {
    const first = await call("a@caresync.test");
    expect(first.status).toBe(204);
    expect(first.headers.get("ratelimit-policy")).toBe('"test-address";q=5;w=60, "test-email";q=2;w=60');
    expect(first.headers.get("ratelimit")).toMatch(/^"test-address";r=4;t=(60|59), "test-email";r=1;t=(60|59)$/);
    await call("a@caresync.test");
    const refused = await call("a@caresync.test");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(refused.headers.get("ratelimit")).toMatch(/"test-email";r=0/);
    expect(((await refused.json()) as { code: string }).code).toBe("rate-limited");
    expect((await call("b@caresync.test")).status).toBe(204);
    expect((await call("c@caresync.test")).status).toBe(204);
    expect((await call("d@caresync.test")).status).toBe(429);
  });

  it("counts exactly under concurrency", async () => {
    const limit = { name: "test-race", key: "k", limit: 10, windowSeconds: 60 };
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => takeToken(limit)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("resets when its window ends, and refused attempts do not extend it", async () => {
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

  it("stores no address and no email", async () => {
    await call("someone@caresync.test");
    const rows = await db.$queryRaw<{ bucket: string }[]>`SELECT "bucket" FROM "RateLimitWindow"`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { bucket } of rows) expect(bucket).toMatch(/^[\w-]{43}$/);
  });
});
