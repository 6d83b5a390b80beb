import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { sealAll } from "@/tests/support/seal-all";
import { asOwner, connectOwner, copyOf, owner, record, seals } from "./audit-harness";

connectOwner();

describe("tampering by the owner", () => {
  let first: bigint;
  let noted: { number: bigint; hash: string };

  beforeAll(async () => {
    for (let n = 0; n < 12; n++) await record(SYSTEM_ACTOR, { details: { n } });
    await sealAll(4);
    const end = (await seals()).slice(-3);
    first = end[0]!.positions[0]!;
    const { number, hash } = end[2]!;
    noted = { number, hash: Buffer.from(hash).toString("hex") };
    await owner.query(`CREATE TABLE "kept_entries" AS TABLE "AuditEntry"`);
    await owner.query(`CREATE TABLE "kept_seals" AS TABLE "AuditSeal"`);
  });

  /** What is found after it; then everything is put back. */
  async function foundAfter(statements: string[], then: () => Promise<unknown> = async () => undefined) {
    await asOwner(...statements);
    await then();
    const [{ findings }, expected] = [await verifyAudit(), await verifyAudit(noted)];
    await asOwner(
      `DELETE FROM "AuditEntry"`,
      `DELETE FROM "AuditSeal"`,
      `INSERT INTO "AuditEntry" SELECT * FROM "kept_entries"`,
      `INSERT INTO "AuditSeal" SELECT * FROM "kept_seals"`,
    );
    return { findings, expected: expected.findings };
  }
  const sealOf = async (position: bigint) =>
    (await seals()).find(({ positions }) => positions.includes(position))!.number;

  it("is not found where there was none", async () => {
    expect(await foundAfter([])).toEqual({ findings: [], expected: [] });
  });

  it("is found and named when an entry was altered", async () => {
    const at = first + 1n;
    const { findings } = await foundAfter([`UPDATE "AuditEntry" SET "details" = '{}' WHERE "position" = ${at}`]);
    expect(findings).toEqual([`Entry ${at} of seal ${await sealOf(at)} was altered.`]);
  });

  it("is found and named when an entry was removed", async () => {
    const at = first + 5n;
    const { findings } = await foundAfter([`DELETE FROM "AuditEntry" WHERE "position" = ${at}`]);
    expect(findings).toEqual([`Entry ${at} of seal ${await sealOf(at)} was removed.`]);
  });

  it("is found and named when an entry was inserted among sealed ones, or as if from before there were seals", async () => {
    const among = await foundAfter([copyOf(first, { position: "-5" })]);
    expect(among.findings).toEqual([expect.stringMatching(/^Entry -5 was inserted afterwards/)]);
    const early = await foundAfter([copyOf(first, { cluster: "0", txid: "0", position: "900000000" })], () =>
      sealAll(),
    );
    expect(early.findings).toEqual([
      `The entries of seal ${noted.number + 1n} were inserted afterwards, as if from before there were seals.`,
    ]);
  });

  it("is found and named when an entry was inserted with a time before it was written, and sealed since", async () => {
    const changes = {
      position: "900000001",
      txid: "pg_current_xact_id()::text::bigint",
      occurredAt: `"occurredAt" - interval '1 day'`,
    };
    const { findings } = await foundAfter([copyOf(first, changes)], () => sealAll());
    expect(findings).toEqual([expect.stringMatching(/^Entry 900000001 of seal \d+ was backdated/)]);
  });

  it("is found and named when entries were reordered", async () => {
    const [a, b] = [first, first + 2n];
    const move = (from: bigint, to: bigint) => `UPDATE "AuditEntry" SET "position" = ${to} WHERE "position" = ${from}`;
    const { findings } = await foundAfter([move(a, -1n), move(b, a), move(-1n, b)]);
    const seal = await sealOf(a);
    expect(findings).toEqual([
      `Entry ${a} of seal ${seal} was reordered: it was entry ${b}.`,
      `Entry ${b} of seal ${seal} was reordered: it was entry ${a}.`,
    ]);
  });

  it("is found and named when a seal was altered, replaced or removed", async () => {
    const number = noted.number - 1n;
    const altered = await foundAfter([
      `UPDATE "AuditSeal" SET "sealedAt" = "sealedAt" - interval '1 s' WHERE "number" = ${number}`,
    ]);
    expect(altered.findings).toEqual([`Seal ${number} was altered.`]);
    const replaced = await foundAfter([`UPDATE "AuditSeal" SET "hash" = sha256("hash") WHERE "number" = ${number}`]);
    expect(replaced.findings).toEqual([
      `Seal ${number} was altered.`,
      `Seal ${noted.number} doesn't follow seal ${number}.`,
    ]);
    const removed = await foundAfter([`DELETE FROM "AuditSeal" WHERE "number" = ${number}`]);
    expect(removed.findings[0]).toBe(`Seal ${number} was removed.`);
  });

  it("is found by the number and hash noted down when the end was cut off, also once more has been sealed", async () => {
    const cut = [
      `DELETE FROM "AuditEntry" WHERE "position" IN (SELECT unnest("positions") FROM "AuditSeal" WHERE "number" = ${noted.number})`,
      `DELETE FROM "AuditSeal" WHERE "number" = ${noted.number}`,
    ];
    const missing = [expect.stringContaining(`The trail isn't the one that seal ${noted.number} was noted from`)];
    expect(await foundAfter(cut)).toEqual({ findings: [], expected: missing });
    const sealedAnew = await foundAfter(cut, async () => {
      await record();
      await sealAll();
    });
    expect(sealedAnew).toEqual({ findings: [], expected: missing });
  });
});
