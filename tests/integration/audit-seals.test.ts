import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { recordChange, type AuditDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { CLINICAL, PURPOSES } from "@/lib/domain/audit/status";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { db } from "@/lib/platform/db/db";
import { sqlState } from "@/lib/platform/db/driver-error";
import { outcome } from "@/tests/support/outcome";
import { sealAll } from "@/tests/support/seal-all";
import { newDoctor, newPatient } from "../support/actors";
import { asOwner, connectOwner, last, owner, record, seals } from "./audit-harness";

connectOwner();

describe("a trail", () => {
  it("without entries is whole, and has no seal", async () => {
    expect(await sealAudit()).toBe(0);
    const unsealed = { count: 0, oldestSeconds: 0 };
    expect(await verifyAudit()).toEqual({ entries: 0, seals: 0, last: null, unsealed, findings: [], unread: [] });
  });

  it("from before there were seals, or from another server's backup, is sealed as it is", async () => {
    const row = (cluster: number, txid: string) =>
      `INSERT INTO "AuditEntry" ("action", "subject", "via", "cluster", "txid", "occurredAt")
       VALUES ('test.old', 'test', 'system', ${cluster}, ${txid}, now() - interval '1 year')`;
    await asOwner(row(0, "0"), row(0, "0"), row(7, "99999999"), row(7, "5"));
    await record();
    expect(await sealAll(1)).toBe(5);
    expect(
      (await seals()).map(({ cluster, count }) => [Number(cluster) > 7 ? "here" : Number(cluster), count]),
    ).toEqual([
      [0, 1],
      [0, 1],
      [7, 1],
      [7, 1],
      ["here", 1],
    ]);
    expect(await verifyAudit()).toMatchObject({ entries: 5, seals: 5, findings: [], unsealed: { count: 0 } });
  });
});

describe("an entry", () => {
  it("has the time and the transaction of the database, whatever it was given", async () => {
    const before = Date.now();
    await inTransaction(SYSTEM_ACTOR, (tx) =>
      tx.auditEntry.create({
        data: { action: "test.done", subject: "test", via: "system", occurredAt: new Date(0), txid: 1n, cluster: 0n },
        select: { position: true },
      }),
    );
    const { occurredAt, txid, cluster } = await last();
    expect(Math.abs(occurredAt.getTime() - before)).toBeLessThan(5_000);
    expect([txid > 1n, cluster > 0n]).toEqual([true, true]);
  });

  it("names the actor of its transaction, and no other", async () => {
    const [{ actor }, other] = [await newPatient(), await newPatient()];
    const attempt = (acting: Actor, named: Actor, action = "test.done") =>
      inTransaction(acting, (tx) =>
        recordChange(tx, named, { action, subject: "test", patientId: randomUUID(), purpose: "OPERATIONS" }),
      ).then(
        () => "recorded",
        (error: unknown) => sqlState(error),
      );
    expect(await attempt(actor, actor)).toBe("recorded");
    expect(await attempt(actor, other.actor)).toBe("23514");
    expect(await attempt(SYSTEM_ACTOR, actor)).toBe("23514");
    expect(await attempt(actor, { ...SYSTEM_ACTOR, via: "session" })).toBe("23514");
    // What falls due meanwhile is nobody's doing, but on clinical data everyone answers for themselves.
    expect(await attempt(actor, SYSTEM_ACTOR)).toBe("recorded");
    expect(await attempt(actor, SYSTEM_ACTOR, "encounter.read")).toBe("23514");
    const data = { action: "test.done", subject: "test", via: "system" };
    expect(sqlState(await db.auditEntry.create({ data }).catch((error: unknown) => error))).toBe("23514");
  });

  it("on clinical data has a patient and a purpose: the patient's, who acts for them, or the doctor who treats", async () => {
    const [self, parent, doctor] = [await newPatient(), await newPatient(), await newDoctor()];
    await db.patientAccess.create({
      data: { userId: parent.user.id, patientId: self.patient.id, relation: "PARENT" },
    });
    const patientId = self.patient.id;
    const purposeFor = async (actor: Actor, audit: Partial<AuditDraft>) =>
      record(actor, { action: "encounter.read", subject: "encounter", ...audit }).then(
        async () => (await last()).purpose,
        (error: unknown) => sqlState(error),
      );
    expect([
      await purposeFor(self.actor, { patientId }),
      await purposeFor(parent.actor, { patientId }),
      await purposeFor(doctor.actor, { patientId, doctorId: doctor.doctorId }),
      await purposeFor(doctor.actor, { patientId, purpose: "EMERGENCY" }),
      await purposeFor(SYSTEM_ACTOR, { patientId }),
    ]).toEqual(["PATIENT_REQUEST", "PROXY", "TREATMENT", "EMERGENCY", "OPERATIONS"]);
    const unread = record(doctor.actor, { action: "encounter.read", subject: "encounter", patientId });
    expect(await outcome(unread)).toBe("not-found");
    expect([await purposeFor(self.actor, {}), await purposeFor(SYSTEM_ACTOR, { purpose: "OPERATIONS" })]).toEqual([
      "23514",
      "23514",
    ]);
  });

  it("is clinical by the same list in code and in the database, which know the same purposes", async () => {
    const asked = [...CLINICAL, "appointment", "encounters", "patient"].map((word) => `${word}.read`);
    const { rows } = await owner.query<{ action: string }>(
      `SELECT action FROM unnest($1::text[]) AS action WHERE "is_clinical"(action)`,
      [asked],
    );
    expect(rows.map(({ action }) => action)).toEqual(CLINICAL.map((word) => `${word}.read`));
    const purposes = await owner.query<{ all: string[] }>(`SELECT enum_range(NULL::"AuditPurpose")::text[] AS "all"`);
    expect(purposes.rows[0]?.all).toEqual([...PURPOSES]);
  });

  it("is never changed or removed, by the tables' owner neither, and a seal is made by its function alone", async () => {
    await sealAll();
    for (const table of ['"AuditEntry"', '"AuditSeal"']) {
      const attempts = [`UPDATE ${table} SET "cluster" = 1`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];
      for (const attempt of attempts) {
        await expect(owner.query(attempt), attempt).rejects.toMatchObject({ code: "42501" });
        expect(sqlState(await db.$executeRawUnsafe(attempt).catch((error: unknown) => error)), attempt).toBe("42501");
      }
    }
    const forged = db.$executeRawUnsafe(`INSERT INTO "AuditSeal" SELECT * FROM "AuditSeal" LIMIT 1`);
    expect(sqlState(await forged.catch((error: unknown) => error))).toBe("42501");
  });
});

describe("sealing", () => {
  /** Runs transactions with entries side by side, one of them open all the time, and sealers meanwhile. */
  async function write(plan: { entries: number; fails: boolean }[]): Promise<string> {
    const subject = `run-${randomUUID()}`;
    const audit = { action: "test.done", subject };
    let [started, release] = [() => undefined as void, () => undefined as void];
    const isOpen = new Promise<void>((resolve) => (started = resolve));
    const mayEnd = new Promise<void>((resolve) => (release = resolve));
    const long = inTransaction(SYSTEM_ACTOR, async (tx) => {
      await recordChange(tx, SYSTEM_ACTOR, { ...audit, details: { long: true } });
      started();
      await mayEnd;
      await recordChange(tx, SYSTEM_ACTOR, audit);
    });
    await isOpen;
    const others = plan.map(({ entries, fails }) =>
      inTransaction(SYSTEM_ACTOR, async (tx) => {
        for (let n = 0; n < entries; n++) await recordChange(tx, SYSTEM_ACTOR, audit);
        if (fails) throw new Error("changed my mind");
      }).catch(() => undefined),
    );
    await Promise.all([...others, sealAudit(3), sealAudit(3)]);
    await Promise.all([sealAudit(3), sealAudit(3)]);
    const first = await db.auditEntry.findFirst({
      where: { subject },
      orderBy: { txid: "asc" },
      select: { txid: true },
    });
    // Nothing that the open transaction could still come before is sealed; when all others failed, there is nothing.
    const early = { toTxid: { gte: first?.txid ?? 2n ** 62n }, cluster: { gt: 7n } };
    expect(await db.auditSeal.count({ where: early })).toBe(0);
    release();
    await long;
    return subject;
  }

  it("loses, doubles and reorders nothing, however many write at once and however long one takes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ entries: fc.integer({ min: 1, max: 4 }), fails: fc.boolean() }), {
          minLength: 5,
          maxLength: 12,
        }),
        async (plan) => {
          await sealAll();
          const subject = await write(plan);
          await Promise.all([sealAll(5), sealAll(5)]);
          await sealAll(5);
          const written = await db.auditEntry.findMany({
            where: { subject },
            orderBy: [{ txid: "asc" }, { position: "asc" }],
            select: { position: true },
          });
          const kept = plan.reduce((sum, { entries, fails }) => sum + (fails ? 0 : entries), 2);
          expect(written).toHaveLength(kept);
          const wanted = new Set(written.map(({ position }) => position));
          const sealed = (await seals()).flatMap(({ positions }) => positions).filter((one) => wanted.has(one));
          expect(sealed).toEqual(written.map(({ position }) => position));
          expect((await verifyAudit()).findings).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });
});
