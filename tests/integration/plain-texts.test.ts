import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { encryptPlainTexts } from "@/lib/domain/records/encrypt-plain-texts";
import { encryptTexts } from "@/lib/domain/records/encrypt-texts";
import { getEncounter } from "@/lib/domain/records/queries";
import { writeNote } from "@/lib/domain/records/write-note";
import { inTransactionAs } from "@/lib/platform/db/transaction";
import { outcome } from "@/tests/support/outcome";
import { NO_PARTS } from "@/tests/support/notes";
import { NOTE, startedVisit } from "./encounter-harness";
import { amendedVisit, asOwner, makePlain, type Visit } from "./encrypted-texts-harness";

const soon = () => new Date(Date.now() + 60_000);
const read = ({ doctor, appointmentId }: Visit) => getEncounter(doctor.actor, appointmentId);
const plainRows = () =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ plain: number }>(
      `SELECT count("plainText")::int AS plain FROM (SELECT "plainText" FROM "Encounter" UNION ALL SELECT "plainText" FROM "Prescription"
       UNION ALL SELECT "plainText" FROM "Addendum") t`,
    );
    return rows[0]?.plain;
  });
/** Everything of the signed note's row but its text. */
const restOf = ({ encounter }: Visit) =>
  asOwner(async (owner) => {
    const rest = `SELECT to_jsonb(e) - 'plainText' - 'encryptedText' AS rest FROM "Encounter" e WHERE "id" = $1`;
    return (await owner.query<{ rest: unknown }>(rest, [encounter.id])).rows[0]?.rest;
  });

describe("texts of an earlier release", () => {
  it("are read as they are, and encrypted whole while doctors write; nothing else of a signed note changes", async () => {
    const [visit, draft] = [await amendedVisit(), await amendedVisit()];
    const before = await read(visit);
    await makePlain(visit);
    await makePlain(draft);
    expect(await plainRows()).toBe(6);
    expect(await read(visit)).toEqual(before);
    const rest = await restOf(visit);

    const begun = await startedVisit();
    const [count] = await Promise.all([
      encryptPlainTexts(soon()),
      writeNote(begun.doctor.actor, { appointmentId: begun.appointmentId, note: NOTE, parts: NO_PARTS, version: 1 }),
      read(visit),
    ]);
    expect([count, await plainRows(), await encryptPlainTexts(soon())]).toEqual([6, 0, 0]);
    expect(await read(visit)).toEqual(before);
    expect(await restOf(visit)).toEqual(rest);
  });

  it("of a draft are encrypted with its next change", async () => {
    const { doctor, appointmentId } = await startedVisit();
    await asOwner(async (owner) => {
      await owner.query(`ALTER TABLE "Encounter" DISABLE TRIGGER USER`);
      await owner.query(
        `UPDATE "Encounter" SET "encryptedText" = NULL, "plainText" = '{"plan": "Rest"}' WHERE "appointmentId" = $1`,
        [appointmentId],
      );
      await owner.query(`ALTER TABLE "Encounter" ENABLE TRIGGER USER`);
    });
    expect(await getEncounter(doctor.actor, appointmentId)).toMatchObject({ reason: "", plan: "Rest" });
    const note = { ...NOTE, plan: "Rest and tea" };
    await writeNote(doctor.actor, { appointmentId, note, parts: NO_PARTS, version: 1 });
    expect([(await getEncounter(doctor.actor, appointmentId)).plan, await plainRows()]).toEqual(["Rest and tea", 0]);
  });

  it("are left for the next round when the time is over", async () => {
    await makePlain(await amendedVisit());
    expect([await encryptPlainTexts(new Date()), await plainRows()]).toEqual([0, 3]);
    expect([await encryptPlainTexts(soon()), await plainRows()]).toEqual([3, 0]);
  });
});

describe("the job that encrypts", () => {
  it("sees what is still plain and nothing else", async () => {
    const [plain, encrypted] = [await amendedVisit(), await amendedVisit()];
    await makePlain(plain);
    const seen = (setting: string) =>
      inTransactionAs({ "app.encrypting": setting }, async (tx) => {
        const rows = await tx.encounter.findMany({ select: { id: true } });
        return [rows.map(({ id }) => id), await tx.prescription.count(), await tx.addendum.count()];
      });
    expect(await seen("on")).toEqual([[plain.encounter.id], 1, 1]);
    expect(await seen("")).toEqual([[], 0, 0]);
    expect(encrypted.encounter.id).not.toBe(plain.encounter.id);
    await encryptPlainTexts(soon());
    expect(await seen("on")).toEqual([[], 0, 0]);
  });

  it("changes no other column, replaces no encrypted text, and a doctor can't use its way", async () => {
    const [plain, encrypted] = [await amendedVisit(), await amendedVisit()];
    await makePlain(plain);
    const change = (id: string, more: object, acting: Record<`app.${string}`, string>) =>
      inTransactionAs(acting, async (tx) => {
        const [data] = await encryptTexts(tx, "Encounter", [{ id, plan: "Forged" }]);
        const { count } = await tx.encounter.updateMany({ where: { id }, data: { ...data, ...more } });
        return count;
      });
    const { id } = plain.encounter;
    const updatedAt = new Date(0);
    const asJob = { "app.encrypting": "on", "app.rows_to_encrypt": id };
    expect(await outcome(change(id, { updatedAt, signedAt: updatedAt }, asJob))).not.toBe("ok");
    expect(await outcome(change(id, { version: 9 }, asJob))).not.toBe("ok");
    expect(await outcome(change(id, {}, { "app.doctor": plain.doctor.doctorId }))).not.toBe("ok");
    const other = encrypted.encounter.id;
    expect(await outcome(change(other, {}, { ...asJob, "app.rows_to_encrypt": other }))).not.toBe("ok");
    await expect(
      inTransaction(plain.doctor.actor, (tx) => tx.prescription.updateMany({ data: { days: 3 } })),
    ).resolves.toEqual({ count: 0 });
    await encryptPlainTexts(soon());
    expect(await read(plain)).toMatchObject({ assessment: "Well" });
    expect(await read(encrypted)).toMatchObject({ assessment: "Well" });
  });
});

it("the migration keeps every text, column by column, and leaves an empty note empty", async () => {
  const migration = readFileSync("prisma/migrations/20261201010000_encrypted_texts/migration.sql", "utf8");
  const steps = migration.slice(
    migration.indexOf('ALTER TABLE "Encounter"'),
    migration.indexOf("-- A note may be empty"),
  );
  const texts = (names: string[]) => names.map((name) => `"${name}" text NOT NULL`).join(", ");
  const note = ["reason", "subjective", "objective", "assessment", "plan"];
  const medicine = ["drug", "strength", "form", "dose", "route", "frequency", "instructions", "allergyReason"];
  const of = (names: string[]) => Object.fromEntries(names.map((name, index) => [name, `“${name}” \\ ${index}\n`]));
  await asOwner(async (owner) => {
    // Tables of this name and the earlier shape, which hide the real ones.
    await owner.query(`CREATE TEMP TABLE "Encounter" ("n" int, ${texts(note)})`);
    await owner.query(
      `CREATE TEMP TABLE "Prescription" ("days" int, ${texts(medicine)}, CONSTRAINT "Prescription_lengths" CHECK (true))`,
    );
    await owner.query(`CREATE TEMP TABLE "Addendum" ("text" text NOT NULL, CONSTRAINT "Addendum_text" CHECK (true))`);
    const insert = (table: string, row: Record<string, unknown>) =>
      owner.query(`INSERT INTO "${table}" SELECT * FROM json_populate_record(NULL::"${table}", $1)`, [
        JSON.stringify(row),
      ]);
    const empty = Object.fromEntries(note.map((name) => [name, ""]));
    await insert("Encounter", { n: 1, ...of(note) });
    await insert("Encounter", { n: 2, ...empty });
    await insert("Encounter", { n: 3, ...empty, plan: "Rest" });
    await insert("Prescription", { days: 7, ...of(medicine) });
    await insert("Addendum", { text: "Called back." });
    await owner.query(steps);
    const rowsOf = async (table: string) => (await owner.query(`SELECT * FROM pg_temp."${table}" ORDER BY 1`)).rows;
    const encryptedText = null;
    expect(await rowsOf("Encounter")).toEqual([
      { n: 1, plainText: of(note), encryptedText },
      { n: 2, plainText: null, encryptedText },
      { n: 3, plainText: { ...empty, plan: "Rest" }, encryptedText },
    ]);
    expect(await rowsOf("Prescription")).toEqual([{ days: 7, plainText: of(medicine), encryptedText }]);
    expect(await rowsOf("Addendum")).toEqual([{ plainText: { text: "Called back." }, encryptedText }]);
    await owner.query(`DROP TABLE pg_temp."Encounter", pg_temp."Prescription", pg_temp."Addendum"`);
  });
});
