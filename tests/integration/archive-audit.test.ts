import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { findArchiveEnd } from "@/lib/domain/audit/queries";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { verifyStretch } from "@/lib/domain/audit/verify-stretch";
import { db } from "@/lib/platform/db/db";
import { archivePart } from "@/scripts/archive/archive-part";
import { restorePart } from "@/scripts/archive/restore-part";
import { createCast } from "../support/actors";
import { sealAll } from "../support/seal-all";
import { asOwner, connectOwner, owner, record } from "./audit-harness";

connectOwner();

const NAME = "AuditEntry_first";
const folder = process.env.ARCHIVE_DIR ?? "";
const path = join(folder, `${NAME}.ndjson.gz`);
let admin: Awaited<ReturnType<typeof createCast>>["admin"];

const entries = async () =>
  (await owner.query(`SELECT * FROM "AuditEntry" WHERE "subject" <> 'month' ORDER BY "position"`)).rows as unknown[];
const whole = { findings: [], unread: [] };
const stretch = () => verifyStretch(admin.actor, { after: "0" });
/** As the tables' owner can do it: the file says something else, and so do its checksums where they are put right, too. */
async function rewrite(change: (lines: string[]) => string[], withChecksums: boolean): Promise<void> {
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
  const bytes = gzipSync(`${change(lines).join("\n")}\n`);
  writeFileSync(path, bytes);
  if (!withChecksums) return;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await owner.query(
    `UPDATE "MonthlyPart" SET "sha256" = $2::text, "bytes" = $3::bigint, "pieces" = jsonb_build_array(
       "pieces"->0 || jsonb_build_object('sha256', $2::text, 'bytes', $3::bigint)) WHERE "name" = $1`,
    [NAME, sha256, bytes.length],
  );
}

/** As if the first part had just ended. */
async function endFirstPart(): Promise<void> {
  const { rows } = await owner.query<{ end: Date; until: Date }>(
    `SELECT (SELECT max("occurredAt") FROM "AuditEntry") + interval '1 millisecond' AS end, "untilAt" AS until FROM "MonthlyPart" WHERE "name" = $1`,
    [NAME],
  );
  const { end, until } = rows[0]!;
  await owner.query(`BEGIN; ALTER TABLE "AuditEntry" DETACH PARTITION months."${NAME}";
    ALTER TABLE "AuditEntry" ATTACH PARTITION months."${NAME}" FOR VALUES FROM (MINVALUE) TO ('${end.toISOString()}')`);
  await owner.query(`UPDATE "MonthlyPart" SET "untilAt" = $2 WHERE "name" = $1`, [NAME, end]);
  await owner.query(`SELECT "add_part"('AuditEntry', $1, $2)`, [end, until]);
  await owner.query("COMMIT");
}

beforeAll(async () => {
  admin = (await createCast()).admin;
  for (let n = 0; n < 12; n++) await record(SYSTEM_ACTOR, { details: { n, text: 'tést "\\' } });
  await endFirstPart();
});

it("a month stays until all of its entries are sealed", async () => {
  await expect(archivePart(owner, NAME, folder)).rejects.toThrow(/wait for a seal/);
  await sealAll(4);
  expect(await findArchiveEnd()).toBeNull();
});

it("a month that is in the archive is verified from its file, and comes back exactly as it was", async () => {
  const before = await entries();
  const { sha256 } = await archivePart(owner, NAME, folder);
  expect(await findArchiveEnd()).not.toBeNull();
  // What was done is in the trail itself.
  expect(await db.auditEntry.findFirstOrThrow({ where: { action: "month.archive" } })).toMatchObject({
    via: "system",
    details: { month: NAME, sha256 },
  });
  expect(await entries()).toEqual([]);
  await sealAll();
  const report = await verifyAudit();
  expect(report).toMatchObject(whole);
  expect(report.entries).toBeGreaterThanOrEqual(before.length + 1);
  expect(await stretch()).toMatchObject({ found: 0, unread: 0, findings: [] });
});

it("a file that is missing or damaged is named, and nothing is called removed", async () => {
  const file = readFileSync(path);
  renameSync(path, `${path}.away`);
  const missing = `${NAME}.ndjson.gz is missing from the archive: its entries could not be compared.`;
  expect(await verifyAudit()).toMatchObject({ findings: [], unread: [missing] });
  expect(await stretch()).toMatchObject({ found: 0, unread: 1, findings: [missing] });
  renameSync(`${path}.away`, path);
  for (const damaged of [
    file.subarray(0, -9),
    Buffer.concat([file.subarray(0, 20), Buffer.from("?"), file.subarray(21)]),
  ]) {
    writeFileSync(path, damaged);
    expect(await verifyAudit()).toMatchObject({
      findings: [],
      unread: [
        expect.stringMatching(/^AuditEntry_first.ndjson.gz is damaged: entries \d+ to \d+ could not be compared/),
      ],
    });
  }
  writeFileSync(path, file);
  expect(await verifyAudit()).toMatchObject(whole);
});

it("an entry that was changed, removed or inserted in the file is named", async () => {
  const [file, { rows }] = [
    readFileSync(path),
    await owner.query(`SELECT * FROM "MonthlyPart" WHERE "name" = $1`, [NAME]),
  ];
  const part = rows[0] as { sha256: string; bytes: string; pieces: unknown };
  const putBack = async () => {
    writeFileSync(path, file);
    await owner.query(`UPDATE "MonthlyPart" SET "sha256" = $2, "bytes" = $3, "pieces" = $4 WHERE "name" = $1`, [
      NAME,
      part.sha256,
      part.bytes,
      JSON.stringify(part.pieces),
    ]);
  };
  const isThird = (line: string) => line.includes('"n": 2,');
  const changeThird = (lines: string[]) =>
    lines.map((line) => (isThird(line) ? line.replace('"n": 2,', '"n": 99,') : line));
  await rewrite(changeThird, false);
  expect(await verifyAudit()).toMatchObject({ findings: [], unread: [expect.stringContaining("is damaged")] });
  await putBack();
  const tries: [(lines: string[]) => string[], RegExp][] = [
    [changeThird, /^Entry \d+ of seal \d+ was altered\.$/],
    [(lines) => lines.filter((line) => !isThird(line)), /^Entry \d+ of seal \d+ was removed\.$/],
    [
      (lines) => [...lines, lines.find(isThird)!.replace(/"position": \d+/, '"position": -5')],
      /^Entry -5 was inserted afterwards/,
    ],
  ];
  for (const [change, finding] of tries) {
    await rewrite(change, true);
    expect(await verifyAudit()).toMatchObject({ findings: [expect.stringMatching(finding)], unread: [] });
    expect((await stretch()).findings).toEqual([expect.stringMatching(finding)]);
    await putBack();
  }
  expect(await verifyAudit()).toMatchObject(whole);
});

it("a month comes back with the rules of its table", async () => {
  const { rows } = await owner.query<{ rows: string }>(`SELECT "rows" FROM "MonthlyPart" WHERE "name" = $1`, [NAME]);
  expect(await restorePart(owner, NAME, folder)).toBe(Number(rows[0]!.rows));
  rmSync(path);
  await sealAll();
  expect(await verifyAudit()).toMatchObject(whole);
  expect(await findArchiveEnd()).toBeNull();
  await expect(owner.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow();
  await expect(owner.query(`TRUNCATE months."${NAME}"`)).rejects.toThrow();
  const [{ position }] = (await entries()) as [{ position: string }];
  await asOwner(`UPDATE "AuditEntry" SET "details" = '{"n": 100}' WHERE "position" = ${position}`);
  expect((await verifyAudit()).findings).toEqual([expect.stringMatching(/^Entry \d+ of seal \d+ was altered\.$/)]);
});
