import { beforeEach, describe, expect, it } from "vitest";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { cancelExport } from "@/lib/domain/data-exports/cancel-export";
import { expireExports } from "@/lib/domain/data-exports/expire-exports";
import { writePart } from "@/lib/domain/data-exports/internal/write-part";
import { openExport } from "@/lib/domain/data-exports/open-export";
import { getExport } from "@/lib/domain/data-exports/queries";
import { DAILY_EXPORTS } from "@/lib/domain/data-exports/status";
import { writeExport } from "@/lib/domain/data-exports/write-export";
import { db } from "@/lib/platform/db/db";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { createCast } from "@/tests/support/actors";
import { createStaff } from "@/tests/support/factories";
import { ask, contentOf } from "./data-exports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast();
});
const manager = () => cast.manager.actor;
const staff = () => ({ kind: "STAFF", hospitalId: cast.hospital.id }) as const;
const parts = (id: string) => db.dataExportPart.count({ where: { exportId: id, file: { releasedAt: null } } });

/** The hospital has another manager from then on. */
async function endRight(): Promise<void> {
  await createStaff(cast.hospital.id, "MANAGER");
  await db.hospitalStaff.update({ where: { userId: cast.manager.user.id }, data: { role: "COORDINATOR" } });
}

async function ready(): Promise<string> {
  const { id } = await ask(manager(), staff());
  await writeExport(id);
  return id;
}

describe("writing an export", () => {
  it("goes on behind the last part after a crash, with each row once", async () => {
    const whole = await contentOf(manager(), await ready());
    const { id, hospitalId } = await ask(manager(), staff());
    await db.dataExport.update({ where: { id }, data: { status: "RUNNING", attempts: 1 } });
    const first = await db.hospitalStaff.findFirstOrThrow({
      where: { hospitalId: cast.hospital.id },
      orderBy: { id: "asc" },
    });
    const bytes = Buffer.from(whole.split("\r\n").slice(0, 2).join("\r\n") + "\r\n");
    await writePart({ id, hospitalId }, { number: 0, bytes, rowCount: 1, after: [first.id] }, true);
    await writeExport(id);
    expect(await contentOf(manager(), id)).toBe(whole);
    expect(await getExport(manager(), id)).toMatchObject({ status: "READY", rowCount: 2 });
  });

  it("happens once when two workers do it", async () => {
    const { id } = await ask(manager(), staff());
    await Promise.all([writeExport(id), writeExport(id)]);
    expect(await getExport(manager(), id)).toMatchObject({ status: "READY", rowCount: 2 });
    expect(await db.dataExportPart.count({ where: { exportId: id } })).toBe(1);
    await writeExport(id);
    expect(await db.dataExportPart.count({ where: { exportId: id } })).toBe(1);
  });

  it("ends without a file once the person who asked may no longer have it", async () => {
    const { id } = await ask(manager(), staff());
    await endRight();
    await writeExport(id);
    expect(await db.dataExport.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "FAILED",
      fault: "RIGHT_ENDED",
    });
    expect(await parts(id)).toBe(0);
  });

  it("is cancelled by the person who asked, and a worker that comes later writes nothing", async () => {
    const { id } = await ask(manager(), staff());
    const other = await createStaff(cast.hospital.id, "MANAGER");
    await expect(cancelExport({ ...manager(), userId: other.user.id }, id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await cancelExport(manager(), id, 1)).toMatchObject({ status: "CANCELLED" });
    await writeExport(id);
    await expect(cancelExport(manager(), id)).rejects.toMatchObject({ code: "invalid-transition" });
    expect(await parts(id)).toBe(0);
  });

  it("is given up when no worker has touched it for an hour", async () => {
    const { id } = await ask(manager(), staff());
    await expireExports(new Date(Date.now() + 2 * 3_600_000));
    expect(await db.dataExport.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "FAILED",
      fault: "STALLED",
    });
  });
});

describe("asking for an export", () => {
  it("needs the password", async () => {
    await expect(ask(manager(), { ...staff(), password: "wrong" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "password" }],
    });
    expect(await db.dataExport.count({ where: { hospitalId: cast.hospital.id } })).toBe(0);
  });

  it("is for managers: 403 for a coordinator, 404 for everyone else", async () => {
    await expect(ask(cast.coordinator.actor, staff())).rejects.toMatchObject({ code: "forbidden" });
    for (const { actor } of [cast.patient, cast.doctor, cast.admin])
      await expect(ask(actor, staff())).rejects.toMatchObject({ code: "not-found" });
  });

  it("is possible once at a time, also for two requests at once, and ten times in 24 hours", async () => {
    const both = await Promise.allSettled([ask(manager(), staff()), ask(manager(), staff())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await db.dataExport.updateMany({
      where: { hospitalId: cast.hospital.id },
      data: { status: "CANCELLED", finishedAt: new Date() },
    });
    for (let n = 1; n < DAILY_EXPORTS; n++) {
      const { id } = await ask(manager(), staff());
      await cancelExport(manager(), id);
      await db.$executeRaw`DELETE FROM "RateLimitWindow"`;
    }
    await expect(ask(manager(), staff())).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a finished export", () => {
  it("is downloaded by the person who asked, and each time is in the audit trail", async () => {
    const id = await ready();
    const other = await createStaff(cast.hospital.id, "MANAGER");
    for (const actor of [{ ...manager(), userId: other.user.id }, cast.coordinator.actor, cast.admin.actor])
      await expect(openExport(actor, id)).rejects.toMatchObject({ code: "not-found" });
    await contentOf(manager(), id);
    await contentOf(manager(), id);
    const where = { action: "data-export.download", subjectId: id, actorUserId: cast.manager.user.id };
    expect(await db.auditEntry.count({ where })).toBe(2);
    expect((await getExport(manager(), id)).downloadedAt).not.toBeNull();
  });

  it("breaks off when the right to it ends meanwhile, and can't be opened again", async () => {
    const id = await ready();
    const opened = await openExport(manager(), id);
    await endRight();
    await expect(opened.pieces.next()).rejects.toMatchObject({ code: "not-found" });
  });

  it("is gone after a day, with its bytes", async () => {
    const id = await ready();
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    await expect(openExport(manager(), id, tomorrow)).rejects.toMatchObject({ code: "not-found" });
    expect(await parts(id)).toBe(1);
    await expireExports(tomorrow);
    expect(await getExport(manager(), id)).toMatchObject({ status: "EXPIRED" });
    expect(await db.dataExportPart.count({ where: { exportId: id } })).toBe(0);
    await sweepFiles();
    expect(await db.storedFile.count({ where: { releasedAt: { not: null } } })).toBe(0);
    await expireExports(new Date(Date.now() + 40 * 24 * 3_600_000));
    expect(await db.dataExport.count({ where: { id } })).toBe(0);
  });

  it("never says that it is of something else", async () => {
    const id = await ready();
    const change = inTransaction(SYSTEM_ACTOR, (tx) =>
      tx.dataExport.update({ where: { id }, data: { kind: "PATIENTS" } }),
    );
    await expect(change).rejects.toThrow("stays as it was asked for");
  });
});
