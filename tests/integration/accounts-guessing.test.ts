import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { verifyCredentials } from "@/lib/domain/accounts/verify-credentials";
import { deviceToken, readDevice, type Device } from "@/lib/platform/auth/known-device";
import { db } from "@/lib/platform/db/db";
import type { AppError } from "@/lib/platform/errors/app-error";
import { takeToken } from "@/lib/platform/rate-limit/rate-limit";
import { createUser, TEST_PASSWORD } from "../support/factories";
import { outcome } from "../support/outcome";

const HOSPITAL = "198.51.100.20";
const HOME = "203.0.113.9";

type From = { address?: string; device?: Device | null };
const attempt = (email: string, password: string, { address = HOSPITAL, device = null }: From = {}) =>
  verifyCredentials({ email, password, address, via: "token", device });
const failuresOf = (userId: string) =>
  db.auditEntry.count({ where: { action: "account.sign-in-failed", subjectId: userId } });
const deviceOf = (user: { id: string }, sessionEpoch = 0) =>
  readDevice(deviceToken(null, { userId: user.id, sessionEpoch }));
/** As if the wait were over. */
const wait = () => db.$executeRaw`UPDATE "AttemptThrottle" SET "freeAt" = now()`;

beforeEach(async () => {
  await db.rateLimitWindow.deleteMany();
  await db.attemptThrottle.deleteMany();
});

describe("hundreds of wrong passwords from a hospital's network", () => {
  it("on many accounts let everyone there sign in, a little later", async () => {
    await takeToken({ name: "sign-in-address", key: HOSPITAL, limit: 1_000_000, windowSeconds: 900, cost: 125 });
    for (let n = 0; n < 5; n++) await outcome(attempt(`unknown-${n}@caresync.test`, "a wrong password"));
    const [nurse, newcomer] = [await createUser(), await createUser()];
    expect(await outcome(attempt(nurse.email, TEST_PASSWORD, { device: deviceOf(nurse) }))).toBe("ok");
    const startedAt = performance.now();
    expect(await outcome(attempt(newcomer.email, TEST_PASSWORD))).toBe("ok");
    expect(performance.now() - startedAt).toBeGreaterThan(500);
  });

  it("on one account lock out neither its known device there nor its owner elsewhere", async () => {
    const owner = await createUser();
    for (let n = 0; n < 100; n++) await outcome(attempt(owner.email, "a wrong password"));
    expect(await failuresOf(owner.id)).toBeLessThan(15);
    expect(await outcome(attempt(owner.email, TEST_PASSWORD))).toBe("rate-limited");
    expect(await outcome(attempt(owner.email, TEST_PASSWORD, { device: deviceOf(owner) }))).toBe("ok");
    expect(await outcome(attempt(owner.email, TEST_PASSWORD, { address: HOME }))).toBe("ok");
    await wait();
    expect(await outcome(attempt(owner.email, TEST_PASSWORD))).toBe("ok");
  });
});

describe("a guesser", () => {
  it("waits longer each time, a minute at most, and is told how long", async () => {
    const owner = await createUser();
    const waits: number[] = [];
    for (let n = 0; n < 16; n++) {
      await wait();
      await outcome(attempt(owner.email, "a wrong password"));
      const refused = await attempt(owner.email, "a wrong password").catch((error: AppError) => error);
      if ((refused as AppError).code === "rate-limited") waits.push((refused as AppError).retryAfterSeconds ?? 0);
    }
    expect(waits[0]).toBeLessThanOrEqual(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(60);
    expect(waits.at(-1)).toBeGreaterThan(30);
  });

  it("gains nothing by asking in parallel", async () => {
    const owner = await createUser();
    await Promise.all(Array.from({ length: 40 }, () => outcome(attempt(owner.email, "a wrong password"))));
    expect(await failuresOf(owner.id)).toBe(10);
  });

  it("is not refused for queuing behind an attempt that imposes no wait", async () => {
    const owner = await createUser();
    await outcome(attempt(owner.email, "a wrong password"));
    const ahead = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
    await ahead.connect();
    try {
      await ahead.query(`BEGIN; SELECT 1 FROM "AttemptThrottle" FOR UPDATE`);
      const queued = outcome(attempt(owner.email, "a wrong password"));
      const waiting =
        "SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid() AND pg_backend_pid() = ANY(pg_blocking_pids(pid))";
      await expect
        .poll(async () => (await ahead.query<{ n: number }>(waiting)).rows[0]?.n, { timeout: 10_000 })
        .toBe(1);
      await ahead.query(`UPDATE "AttemptThrottle" SET "freeAt" = clock_timestamp() - interval '1 ms'; COMMIT`);
      expect(await queued).toBe("invalid-credentials");
    } finally {
      await ahead.end();
    }
  });

  it("with many networks is slowed on the account as well, but the account's own device isn't", async () => {
    const owner = await createUser();
    for (let n = 0; n < 50; n++) await outcome(attempt(owner.email, "a wrong password", { address: `192.0.2.${n}` }));
    const refused = await attempt(owner.email, "a wrong password", { address: "192.0.2.99" }).catch(
      (error: AppError) => error,
    );
    expect(refused).toMatchObject({ code: "rate-limited" });
    expect((refused as AppError).retryAfterSeconds).toBeLessThanOrEqual(30);
    expect(await outcome(attempt(owner.email, TEST_PASSWORD, { device: deviceOf(owner) }))).toBe("ok");
    await wait();
    expect(await outcome(attempt(owner.email, TEST_PASSWORD, { address: HOME }))).toBe("ok");
  });

  it("on a known device is slowed like any other", async () => {
    const owner = await createUser();
    const device = deviceOf(owner);
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => outcome(attempt(owner.email, "a wrong password", { device }))),
    );
    expect(codes.toSorted()).toEqual([
      ...Array<string>(10).fill("invalid-credentials"),
      "rate-limited",
      "rate-limited",
    ]);
  });
});

describe("a known device", () => {
  it("is known to the accounts that signed in on it, and not when older or forged", async () => {
    const [one, two] = [await createUser(), await createUser()];
    const both = readDevice(deviceToken(deviceOf(one), { userId: two.id, sessionEpoch: 0 }));
    for (let n = 0; n < 12; n++) for (const { email } of [one, two]) await outcome(attempt(email, "a wrong password"));
    for (const user of [one, two])
      expect(await outcome(attempt(user.email, TEST_PASSWORD, { device: both }))).toBe("ok");
    expect(await outcome(attempt(two.email, TEST_PASSWORD, { device: deviceOf(one) }))).toBe("rate-limited");
    expect(await outcome(attempt(two.email, TEST_PASSWORD, { device: deviceOf(two, 1) }))).toBe("rate-limited");
  });

  it("is not trusted when its cookie was changed, cut or has expired", () => {
    const token = deviceToken(null, { userId: "0197a3c0-0000-7000-8000-000000000001", sessionEpoch: 0 });
    const [text = "", seal = ""] = token.split(".");
    const more = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(text, "base64url").toString()) as object), accounts: ["x"] }),
    ).toString("base64url");
    for (const value of [undefined, "", ".", text, `${more}.${seal}`, token.slice(0, -1), `${token}x`])
      expect(readDevice(value)).toBeNull();
    expect(readDevice(token, Date.now() + 181 * 86_400_000)).toBeNull();
    expect(readDevice(token)).not.toBeNull();
  });
});
