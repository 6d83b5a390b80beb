import { describe, expect, it } from "vitest";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { createDoctor } from "../support/factories";

const versionOf = async (id: string) =>
  (await db.doctor.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const touch = (tx: Sql, id: string) =>
  tx.$executeRaw`UPDATE "Doctor" SET "version" = "version" + 1 WHERE "id" = ${id}::uuid`;
const fail = (tx: Sql) => tx.$queryRaw`SELECT 1 / 0`;
const newDoctor = async () => (await createDoctor()).doctor.id;

describe("a transaction on a raw connection", () => {
  it("keeps all of it or nothing", async () => {
    const id = await newDoctor();
    const before = await versionOf(id);
    expect(await inSqlTransaction(SYSTEM_ACTOR, (tx) => touch(tx, id))).toBe(1);
    await expect(
      inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
        await touch(tx, id);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await versionOf(id)).toBe(before + 1);
  });

  it("fails with a last statement that was not awaited", async () => {
    const id = await newDoctor();
    const before = await versionOf(id);
    const attempt = inSqlTransaction(SYSTEM_ACTOR, async (tx, atLast) => {
      await touch(tx, id);
      atLast(fail(tx));
      return "done";
    });
    expect(sqlState(await attempt.catch((error: unknown) => error))).toBe("22012");
    expect(await versionOf(id)).toBe(before);
  });

  it("never reports success when a failed statement was ignored", async () => {
    const id = await newDoctor();
    const before = await versionOf(id);
    const attempt = inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
      await touch(tx, id);
      await fail(tx).catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow("went on");
    expect(await versionOf(id)).toBe(before);
  });

  it("refuses statements after its end, which nothing would roll back", async () => {
    const id = await newDoctor();
    const before = await versionOf(id);
    let late: Sql | undefined;
    await inSqlTransaction(SYSTEM_ACTOR, async (tx) => void (late = tx));
    await expect(touch(late!, id)).rejects.toThrow("over");
    expect(await versionOf(id)).toBe(before);
  });

  it("sets the acting user for this transaction only", async () => {
    const actor: Actor = {
      ...SYSTEM_ACTOR,
      userId: "0197a3c0-0000-7000-8000-00000000000a",
      via: "token",
      doctorId: "d",
    };
    const read = (from: Sql) =>
      from.$queryRaw<Record<string, string | null>[]>`SELECT current_setting('app.actor', true) AS "actor",
        current_setting('app.doctor', true) AS "doctor", current_setting('statement_timeout') AS "patience"`;
    expect(await inSqlTransaction(actor, read)).toEqual([{ actor: actor.userId, doctor: "d", patience: "15s" }]);
    for (let i = 0; i < 20; i++) expect((await read(sql))[0]?.actor ?? "").toBe("");
  });

  it("reads, under a lock, what its last holder committed", async () => {
    const id = await newDoctor();
    const before = await versionOf(id);
    // Read, wait, write: without the lock, updates would be lost.
    const increment = () =>
      inSqlTransaction(
        SYSTEM_ACTOR,
        async (tx) => {
          const [row] = await tx.$queryRaw<
            { version: number }[]
          >`SELECT "version" FROM "Doctor" WHERE "id" = ${id}::uuid`;
          await tx.$queryRaw`SELECT pg_sleep(0.005)::text`;
          await tx.$executeRaw`UPDATE "Doctor" SET "version" = ${row!.version + 1} WHERE "id" = ${id}::uuid`;
        },
        { locks: [`doctor:${id}`] },
      );
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await versionOf(id)).toBe(before + 20);
  });

  it("is retried after a deadlock, until both succeed", async () => {
    const [a, b] = [await newDoctor(), await newDoctor()];
    const before = await versionOf(a);
    const crossing = (first: string, second: string) =>
      inSqlTransaction(SYSTEM_ACTOR, async (tx) => {
        await touch(tx, first);
        await tx.$queryRaw`SELECT pg_sleep(0.1)::text`;
        await touch(tx, second);
      });
    await Promise.all([crossing(a, b), crossing(b, a)]);
    expect(await versionOf(a)).toBe(before + 2);
  });

  it("returns its connection however it ended, also after more failures than connections", async () => {
    const attempts = Array.from({ length: 80 }, () =>
      inSqlTransaction(SYSTEM_ACTOR, fail).catch((error: unknown) => sqlState(error)),
    );
    expect(new Set(await Promise.all(attempts))).toEqual(new Set(["22012"]));
    expect(await sql.$queryRaw`SELECT 1::int AS "one"`).toEqual([{ one: 1 }]);
  });

  it("reads rows as Prisma does", async () => {
    const query = (
      from: Sql,
    ) => from.$queryRaw`SELECT 1::int AS "int", 9007199254740993::bigint AS "big", date '2026-11-26' AS "day",
      timestamptz '2026-11-26 10:00:00.123+02' AS "instant", true AS "flag", ARRAY['a', 'b'] AS "list", '{"a": [1]}'::jsonb AS "json",
      '0197a3c0-0000-7000-8000-00000000000a'::uuid AS "id", NULL::text AS "nothing", 1.5::float8 AS "float"`;
    expect(await query(sql)).toEqual(await query(db));
  });

  it("accepts values as Prisma does", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    const query = (
      from: Sql,
    ) => from.$queryRaw`SELECT ${at}::timestamptz AS "at", ${["x", "y"]}::text[] AS "list", ${null}::text AS "nothing",
      ${true}::boolean AS "flag", ${12}::int AS "number", ${10n}::bigint AS "big", ${"O'Brien \\ \u0022"}::text AS "text", ${[]}::uuid[] AS "none"`;
    expect(await query(sql)).toEqual(await query(db));
  });
});
