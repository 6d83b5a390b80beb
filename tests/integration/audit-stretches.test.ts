import { beforeAll, describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { listAudit } from "@/lib/domain/administration/list-audit";
import { auditQuery } from "@/lib/domain/administration/schema";
import { findLastVerification } from "@/lib/domain/audit/queries";
import { verifyStretch } from "@/lib/domain/audit/verify-stretch";
import { createCast } from "../support/actors";
import { outcome } from "../support/outcome";
import { sealAll } from "../support/seal-all";
import { asOwner, connectOwner, copyOf, owner, record, seals } from "./audit-harness";

connectOwner();

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
  for (let n = 0; n < 12; n++) await record(SYSTEM_ACTOR, { details: { n } });
  await sealAll(4);
});

describe("a stretch of the audit trail", () => {
  it("is verified by administrators alone, who leave an entry", async () => {
    const { admin, doctor, manager, patient } = cast;
    for (const { actor } of [doctor, manager, patient])
      for (const work of [verifyStretch(actor, {}), findLastVerification(actor)])
        expect(await outcome(work)).toBe("not-found");
    expect(await findLastVerification(admin.actor)).toBeNull();
    const report = await verifyStretch(admin.actor, {});
    expect(report).toMatchObject({ from: "1", to: report.last, found: 0, findings: [] });
    expect(report.entries).toBeGreaterThanOrEqual(12);
    expect(await findLastVerification(admin.actor)).toMatchObject({
      begun: "1",
      to: report.to,
      entries: report.entries,
      by: { id: admin.actor.userId },
    });
  });

  it("goes on with the run of the same administrator, and with no one else's", async () => {
    const { actor } = cast.admin;
    for (let n = 0; n < 2; n++) {
      await record();
      await sealAll();
    }
    const from = (await seals()).at(-1)!.number - 1n;
    const alone = await verifyStretch(actor, { after: `${from}` });
    expect(alone).toMatchObject({ begun: alone.from, from: `${from + 1n}`, found: 0 });
    await record();
    await sealAll();
    const next = await verifyStretch(actor, { after: alone.to });
    expect(next).toMatchObject({ begun: alone.from, from: `${BigInt(alone.to) + 1n}` });
    expect(next.entries).toBeGreaterThan(alone.entries);
    await record();
    await sealAll();
    const restarted = await verifyStretch(actor, { after: alone.to });
    expect(restarted.begun).toBe(restarted.from);
    expect(await verifyStretch(actor, { after: restarted.last })).toMatchObject({ from: "0", to: restarted.last });
  });

  it("names what was altered in it, inserted among its entries, and a seal that was changed", async () => {
    const { actor } = cast.admin;
    const end = (await seals()).at(-1)!;
    const [at, after] = [end.positions[0]!, { after: `${end.number - 1n}` }];
    const put = (set: string) => asOwner(`UPDATE "AuditEntry" SET ${set} WHERE "position" = ${at}`);
    const { rows } = await owner.query<{ action: string }>(
      `SELECT "action" FROM "AuditEntry" WHERE "position" = ${at}`,
    );
    await put(`"action" = 'test.other'`);
    expect((await verifyStretch(actor, after)).findings).toEqual([`Entry ${at} of seal ${end.number} was altered.`]);
    await put(`"action" = '${rows[0]!.action}'`);
    await asOwner(copyOf(at, { position: "-7" }));
    expect((await verifyStretch(actor, after)).findings).toEqual([
      expect.stringMatching(/^Entry -7 was inserted afterwards/),
    ]);
    await asOwner(`DELETE FROM "AuditEntry" WHERE "position" = -7`);
    await asOwner(`UPDATE "AuditSeal" SET "hash" = sha256('other') WHERE "number" = ${end.number - 1n}`);
    const { findings, found } = await verifyStretch(actor, after);
    expect([findings, found]).toEqual([[`Seal ${end.number} doesn't follow seal ${end.number - 1n}.`], 1]);
  });
});

describe("the list of entries", () => {
  it("is narrowed to a door and to whole days of the reader's clock", async () => {
    const actor = { ...cast.admin.actor, timeZone: "Pacific/Kiritimati" };
    const list = async (query: Record<string, string>) =>
      (await listAudit(actor, auditQuery.parse({ subject: "day", ...query }))).items.map(({ action }) => action);
    // Kiritimati's 10 March is from 10:00 on the 9th to 10:00 on the 10th, UTC.
    const times = ["09:59:59Z", "10:00:00Z"].flatMap((time) => [`2026-03-09T${time}`, `2026-03-10T${time}`]).sort();
    for (const [index, at] of times.entries()) {
      await record(SYSTEM_ACTOR, { action: `day.n${index}`, subject: "day" });
      await asOwner(`UPDATE "AuditEntry" SET "occurredAt" = '${at}' WHERE "action" = 'day.n${index}'`);
    }
    expect(await list({ from: "2026-03-10", to: "2026-03-10" })).toEqual(["day.n2", "day.n1"]);
    expect(await list({ from: "2026-03-11" })).toEqual(["day.n3"]);
    expect(await list({ to: "2026-03-09" })).toEqual(["day.n0"]);
    expect(await list({ via: "system", to: "2026-03-09" })).toEqual(["day.n0"]);
    expect(await list({ via: "token" })).toEqual([]);
  });
});
