import { beforeEach, describe, expect, it } from "vitest";
import { templateOf } from "@/lib/domain/transfer/format";
import { getImport } from "@/lib/domain/transfer/queries";
import { undoImport } from "@/lib/domain/transfer/undo-import";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createBed, createPatient, createWard, inDays } from "@/tests/support/factories";
import { bedsFile, importFile } from "./imports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast();
});

const manager = () => cast.manager.actor;

describe("undoing an import", () => {
  it("removes all it created, once", async () => {
    await createWard(cast.hospital.id, { name: "Ward 1" });
    const kept = await createBed(cast.hospital.id);
    const { id } = await importFile(cast, "BEDS", bedsFile("Ward 1", 20));
    expect(await undoImport(manager(), id)).toMatchObject({ status: "UNDONE" });
    expect(await db.bed.findMany({ where: { hospitalId: cast.hospital.id }, select: { id: true } })).toEqual([
      { id: kept.id },
    ]);
    await expect(undoImport(manager(), id)).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("removes nothing once one of its beds has been used", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Ward 1" });
    const { id } = await importFile(cast, "BEDS", bedsFile("Ward 1", 5));
    const bed = await db.bed.findFirstOrThrow({ where: { wardId: ward.id } });
    const { patient } = await createPatient();
    await db.bedBooking.create({
      data: {
        hospitalId: cast.hospital.id,
        patientId: patient.id,
        wardKind: "GENERAL",
        bedId: bed.id,
        status: "RESERVED",
        startsAt: inDays(1),
        reservedUntil: inDays(2),
      },
    });
    await expect(undoImport(manager(), id)).rejects.toMatchObject({ code: "conflict", extra: { inUse: 1 } });
    expect(await db.bed.count({ where: { wardId: ward.id } })).toBe(5);
    expect((await getImport(manager(), id)).status).toBe("DONE");
  });

  it("withdraws invitations to the staff, unless one was accepted", async () => {
    const { id } = await importFile(cast, "STAFF", templateOf("STAFF"));
    await db.staffInvitation.updateMany({
      where: { importId: id, role: "MANAGER" },
      data: { status: "ACCEPTED", tokenHash: null, respondedAt: new Date() },
    });
    await expect(undoImport(manager(), id)).rejects.toMatchObject({ code: "conflict", extra: { inUse: 1 } });
    const other = await importFile(cast, "STAFF", "email,role\nsomeone.else@example.org,coordinator\n");
    expect(await undoImport(manager(), other.id)).toMatchObject({ status: "UNDONE" });
    const [row] = await db.staffInvitation.findMany({ where: { importId: other.id } });
    expect(row).toMatchObject({ status: "WITHDRAWN", tokenHash: null });
  });

  it("withdraws invitations, so that their links stop working", async () => {
    const { id } = await importFile(cast, "DOCTORS", templateOf("DOCTORS"));
    await undoImport(manager(), id);
    const rows = await db.doctorInvitation.findMany({ where: { importId: id } });
    expect(rows.map(({ status, tokenHash }) => [status, tokenHash])).toEqual([
      ["WITHDRAWN", null],
      ["WITHDRAWN", null],
    ]);
  });

  it.each(["DEPARTMENTS", "WARDS", "AMBULANCES"] as const)("works for %s", async (kind) => {
    const { id } = await importFile(cast, kind, templateOf(kind));
    expect(await undoImport(manager(), id)).toMatchObject({ status: "UNDONE" });
  });
});
