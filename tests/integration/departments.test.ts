import { beforeAll, describe, expect, it } from "vitest";
import { listDepartments, loadDepartments } from "@/lib/domain/staff/list-departments";
import { removeDepartment } from "@/lib/domain/staff/remove-department";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { createCast, newStaff } from "@/tests/support/actors";
import { createBed, createDoctor, createHospital, createWard } from "@/tests/support/factories";

let cast: Awaited<ReturnType<typeof createCast>>;
let hospitalId: string;
let stranger: Actor;

beforeAll(async () => {
  cast = await createCast();
  hospitalId = cast.hospital.id;
  stranger = (await newStaff((await createHospital()).id)).actor;
});

const add = (name: string) => db.department.create({ data: { hospitalId, name } });

describe("departments of a hospital", () => {
  it("show their doctors and wards, and those in none, without former doctors and removed wards", async () => {
    const [heart, lungs] = [await add("Heart"), await add("Lungs")];
    const [surgeon, gone] = [await createDoctor({ hospitalId }), await createDoctor({ hospitalId })];
    await db.affiliation.updateMany({
      where: { doctorId: surgeon.doctor.id },
      data: { departmentId: heart.id, status: "SUSPENDED" },
    });
    await db.affiliation.updateMany({
      where: { doctorId: gone.doctor.id },
      data: { departmentId: heart.id, status: "ENDED", endedAt: new Date() },
    });
    const ward = await createWard(hospitalId, { departmentId: heart.id, kind: "ICU" });
    await createBed(hospitalId, { ward });
    await createBed(hospitalId, { ward, over: { removedAt: new Date() } });
    await createWard(hospitalId, { departmentId: heart.id, removedAt: new Date() });
    const loose = await createWard(hospitalId);
    const read = await loadDepartments(cast.coordinator.actor, hospitalId);
    expect(read.departments).toMatchObject([
      {
        id: heart.id,
        name: "Heart",
        doctorCount: 1,
        wardCount: 1,
        doctors: [{ doctorId: surgeon.doctor.id, isSuspended: true }],
        wards: [{ id: ward.id, kind: "ICU", bedCount: 1 }],
      },
      { id: lungs.id, doctorCount: 0, wardCount: 0, doctors: [], wards: [] },
    ]);
    expect(read.none).toMatchObject({ doctors: [{ doctorId: cast.doctor.doctor.id }], wards: [{ id: loose.id }] });

    await removeDepartment(cast.manager.actor, { id: heart.id });
    const after = await loadDepartments(cast.manager.actor, hospitalId);
    expect(after.none.doctors.map(({ doctorId }) => doctorId).sort()).toEqual(
      [surgeon.doctor.id, cast.doctor.doctor.id].sort(),
    );
    expect(after.none.wards.map(({ id }) => id).sort()).toEqual([ward.id, loose.id].sort());
  });

  it("are visible to the hospital's own people only", async () => {
    for (const actor of [stranger, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      await expect(loadDepartments(actor, hospitalId)).rejects.toMatchObject({ code: "not-found" });
      await expect(listDepartments(actor, hospitalId, { limit: 5 })).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it("are listed by name, each once across pages", async () => {
    for (const name of ["A", "B", "C", "D", "E"]) await add(`Page ${name}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDepartments(cast.coordinator.actor, hospitalId, { limit: 2, cursor });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...seen].sort());
    expect(new Set(seen).size).toBe(await db.department.count({ where: { hospitalId } }));
    expect(seen).toHaveLength(new Set(seen).size);
  });
});
