import { beforeEach, describe, expect, it } from "vitest";
import { continueImport, continueImports } from "@/lib/domain/transfer/continue-imports";
import { discardForgottenImports } from "@/lib/domain/transfer/discard-imports";
import { templateOf } from "@/lib/domain/transfer/format";
import { getImport, listImports } from "@/lib/domain/transfer/queries";
import { runImport } from "@/lib/domain/transfer/run-import";
import { startImport } from "@/lib/domain/transfer/start-import";
import { undoImport } from "@/lib/domain/transfer/undo-import";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newStaff } from "@/tests/support/actors";
import { createBed, createHospital, createStaff, createWard } from "@/tests/support/factories";
import { bedsFile, checkFile, importFile } from "./imports-harness";
import { mailsTo } from "@/tests/support/mails";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast();
});

const manager = () => cast.manager.actor;

describe("an import", () => {
  it("writes nothing while it is checked, everything when it is confirmed, and keeps no file afterwards", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Ward 1" });
    const checked = await checkFile(cast, "BEDS", bedsFile("ward 1", 40));
    expect(checked).toMatchObject({ status: "CHECKED", rowCount: 40, faultCount: 0 });
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(0);
    await runImport(manager(), checked.id);
    await continueImport(checked.id);
    expect(await getImport(manager(), checked.id)).toMatchObject({ status: "DONE", processedCount: 40 });
    expect(await db.bed.count({ where: { wardId: ward.id, importId: checked.id, state: "READY" } })).toBe(40);
    expect(await db.import.findUniqueOrThrow({ where: { id: checked.id } })).toMatchObject({ content: "" });
    const events = await db.domainEvent.findMany({
      where: { aggregateId: { in: [checked.id, cast.hospital.id] } },
      orderBy: { position: "asc" },
      select: { type: true },
    });
    // Progress is reported by the clock: on a busy machine also in between.
    const told = events.map(({ type }) => type).filter((type) => type !== "import.progressed");
    expect(told).toEqual([
      "import.started",
      "import.checked",
      "import.confirmed",
      "capacity.changed",
      "import.completed",
    ]);
    expect(
      await db.auditEntry.count({
        where: { subjectId: checked.id, action: { in: ["import.start", "import.run", "import.complete"] } },
      }),
    ).toBe(3);
  });

  it("of every kind creates what its template says", async () => {
    for (const kind of ["DEPARTMENTS", "WARDS", "BEDS", "AMBULANCES", "DOCTORS", "STAFF"] as const) {
      expect(await importFile(cast, kind, templateOf(kind)), kind).toMatchObject({ status: "DONE", processedCount: 2 });
    }
    const where = { hospitalId: cast.hospital.id };
    expect(await db.ward.findFirst({ where: { ...where, name: "Ward 1 North" } })).toMatchObject({
      kind: "GENERAL",
      dailyRateMinor: 12_050n,
      currency: "EUR",
      cleaningMinutes: 45,
    });
    expect(await db.ambulance.count({ where })).toBe(2);
    const invitations = await db.doctorInvitation.findMany({ where });
    expect(invitations.map(({ status, email }) => [status, email])).toEqual([
      ["PENDING", "a.doctor@example.org"],
      ["PENDING", "another.doctor@example.org"],
    ]);
    const addresses = ["a.doctor@example.org", "another.doctor@example.org"];
    const mails = (await Promise.all(addresses.map(mailsTo))).flat();
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(addresses);
    // The link of the mail is in the database only as its hash.
    for (const { tokenHash } of invitations)
      expect(mails.some(({ text }) => text.includes(tokenHash ?? "?"))).toBe(false);
  });

  it("with an error writes nothing, reports every error, and can't be run", async () => {
    await createWard(cast.hospital.id, { name: "Ward 1" });
    const faulty = await checkFile(cast, "BEDS", "ward,label\nWard 1,1\nWard 2,1\nWard 1,1\n");
    expect(faulty).toMatchObject({
      status: "FAULTY",
      faultCount: 2,
      faults: [
        { row: 3, column: "ward" },
        { row: 4, column: "label" },
      ],
    });
    await expect(runImport(manager(), faulty.id)).rejects.toMatchObject({ code: "invalid-transition" });
    expect(await db.bed.count({ where: { hospitalId: cast.hospital.id } })).toBe(0);
  });

  it("is read again when it runs, and a conflicting row added meanwhile stops all of it", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Ward 1" });
    const { id } = await checkFile(cast, "BEDS", bedsFile("Ward 1", 700));
    await createBed(cast.hospital.id, { ward, over: { label: "650" } });
    await runImport(manager(), id);
    await continueImport(id);
    expect(await getImport(manager(), id)).toMatchObject({
      status: "FAILED",
      faults: [{ row: 651, column: "label", message: "Already exists" }],
    });
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(1);
  });

  it("whose worker died is continued by another, once, however many try at the same time", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Ward 1" });
    const { id } = await startImport(manager(), {
      hospitalId: cast.hospital.id,
      kind: "BEDS",
      content: bedsFile("Ward 1", 30),
    });
    const later = new Date(Date.now() + 60_000);
    await continueImports(later);
    await runImport(manager(), id);
    await Promise.all([continueImports(later), continueImports(later), continueImport(id)]);
    expect(await getImport(manager(), id)).toMatchObject({ status: "DONE" });
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(30);
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "import.completed" } })).toBe(1);
  });

  it("is confirmed once when two people confirm at the same time", async () => {
    await createWard(cast.hospital.id, { name: "Ward 1" });
    const { id } = await checkFile(cast, "BEDS", bedsFile("Ward 1", 3));
    const outcomes = await Promise.allSettled([
      runImport(manager(), id),
      runImport(manager(), id),
      runImport(manager(), id),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not run for someone who no longer manages the hospital", async () => {
    await createWard(cast.hospital.id, { name: "Ward 1" });
    const second = await createStaff(cast.hospital.id, "MANAGER");
    const { id } = await checkFile(cast, "BEDS", bedsFile("Ward 1", 3));
    await runImport(await actorOf(second.user), id);
    await db.hospitalStaff.update({ where: { userId: second.user.id }, data: { role: "COORDINATOR" } });
    await continueImport(id);
    expect(await getImport(manager(), id)).toMatchObject({ status: "FAILED" });
    expect(await db.bed.count({ where: { hospitalId: cast.hospital.id } })).toBe(0);
  });

  it("is deleted, its file with it, when it isn't confirmed within a day", async () => {
    const { id } = await checkFile(cast, "DOCTORS", templateOf("DOCTORS"));
    await discardForgottenImports(new Date(Date.now() + 23 * 3_600_000));
    expect((await getImport(manager(), id)).status).toBe("CHECKED");
    await discardForgottenImports(new Date(Date.now() + 25 * 3_600_000));
    expect(await db.import.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "FAILED", content: "" });
  });
});

describe("the values an error list quotes", () => {
  it("are kept for a week, and the errors without them afterwards", async () => {
    const { id } = await checkFile(cast, "DOCTORS", "email\nsomeone at home\n");
    const faults = async () => (await db.import.findUniqueOrThrow({ where: { id } })).faults;
    await discardForgottenImports(new Date(Date.now() + 6 * 86_400_000));
    expect(await faults()).toMatchObject([{ row: 2, column: "email", value: "someone at home" }]);
    await discardForgottenImports(new Date(Date.now() + 8 * 86_400_000));
    expect(await faults()).toEqual([{ row: 2, column: "email", message: expect.any(String) }]);
  });
});

describe("imports are for managers", () => {
  it("of the hospital: a coordinator is refused, and another hospital's manager and everyone else find nothing", async () => {
    const input = { hospitalId: cast.hospital.id, kind: "DEPARTMENTS" as const, content: templateOf("DEPARTMENTS") };
    const { id } = await checkFile(cast, "DEPARTMENTS", input.content);
    await expect(startImport(cast.coordinator.actor, input)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await createHospital();
    const stranger = (await newStaff(elsewhere.id, "MANAGER")).actor;
    for (const actor of [stranger, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      await expect(startImport(actor, input)).rejects.toMatchObject({ code: "not-found" });
    }
    for (const actor of [stranger, cast.coordinator.actor, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      await expect(getImport(actor, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(runImport(actor, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(undoImport(actor, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(listImports(actor, cast.hospital.id, { limit: 10 })).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await listImports(manager(), cast.hospital.id, { limit: 10 })).items).toHaveLength(1);
  });

  it("and can't invite anyone for an unverified hospital", async () => {
    await db.hospital.update({ where: { id: cast.hospital.id }, data: { verification: "PENDING" } });
    await expect(
      startImport(manager(), { hospitalId: cast.hospital.id, kind: "DOCTORS", content: templateOf("DOCTORS") }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
