import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db/db";
import type { Sql } from "@/lib/platform/db/sql";
import { RateLimitedError } from "@/lib/platform/rate-limit/rate-limit";
import { GeneralLimits } from "@/lib/platform/rate-limit/general-limits";

const LIMIT = { name: "test-general", limit: 100 };
const AT = Date.parse("2030-01-01T10:00:30Z");

/** How many of so many requests an instance lets through. */
function admitted(instance: GeneralLimits, attempts: number, at = AT, key = "someone"): number {
  let count = 0;
  for (let i = 0; i < attempts; i++) {
    try {
      instance.take(LIMIT, key, at);
      count++;
    } catch (error) {
      if (!(error instanceof RateLimitedError)) throw error;
    }
  }
  return count;
}

beforeEach(() => db.$executeRaw`DELETE FROM "RateLimitWindow"`);

describe("general limits", () => {
  it("admit exactly the limit in one instance, state what is left, and refuse the rest until the window ends", () => {
    const one = new GeneralLimits();
    expect(one.take(LIMIT, "someone", AT)).toEqual({ ...LIMIT, windowSeconds: 60, remaining: 99, resetSeconds: 30 });
    expect(admitted(one, 200)).toBe(99);
    const refusal = (() => {
      try {
        one.take(LIMIT, "someone", AT + 10_000);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toMatchObject({
      code: "rate-limited",
      retryAfterSeconds: 20,
      state: { remaining: 0, resetSeconds: 20 },
    });
    expect(admitted(one, 5, AT, "someone else")).toBe(5);
    expect(admitted(one, 200, AT + 30_000)).toBe(100);
  });

  it("are shared by all instances: beyond what one admits between two flushes nothing is admitted twice", async () => {
    const [one, two] = [new GeneralLimits(), new GeneralLimits()];
    let sum = 0;
    for (let second = 0; second < 20; second++) {
      sum += admitted(one, 10) + admitted(two, 10);
      await Promise.all([one.settle(), two.settle()]);
    }
    // The limit, and at most what each admitted after its last settlement.
    expect(sum).toBeGreaterThanOrEqual(100);
    expect(sum).toBeLessThanOrEqual(110);
    expect(admitted(one, 10) + admitted(two, 10)).toBe(0);
  });

  it("count every request once, however slow the database is", async () => {
    const one = new GeneralLimits();
    admitted(one, 30);
    const settlements = [one.settle(), one.settle()];
    admitted(one, 30);
    await Promise.all(settlements);
    await one.settle();
    expect(await db.$queryRaw`SELECT "count" FROM "RateLimitWindow"`).toEqual([{ count: 60 }]);
    expect(admitted(new GeneralLimits(), 1)).toBe(1);
    expect(admitted(one, 100)).toBe(40);
  });

  it("store nothing about callers far from the limit, and no names at all", async () => {
    const one = new GeneralLimits();
    admitted(one, 4);
    await one.settle();
    expect(await db.rateLimitWindow.count()).toBe(0);
    admitted(one, 2);
    await one.settle();
    const [row] = await db.rateLimitWindow.findMany();
    expect(row?.bucket).toMatch(/^[\w-]{43}$/);
  });

  it("hold within each instance while the database is down, and are synchronised afterwards", async () => {
    const $queryRaw = vi.fn().mockRejectedValue(new Error("away"));
    const one = new GeneralLimits(60, { $queryRaw, $executeRaw: vi.fn() } as unknown as Sql);
    expect(admitted(one, 60)).toBe(60);
    await one.settle();
    expect(admitted(one, 60)).toBe(40);
    $queryRaw.mockResolvedValue([]);
    await one.settle();
    expect($queryRaw).toHaveBeenCalledTimes(2);
  });
});
