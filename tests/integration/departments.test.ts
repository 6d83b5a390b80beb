import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listDepartments, loadDepartments } from "@/lib/domain/staff/list-departments";
import { removeDepartment } from "@/lib/domain/staff/remove-department";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { assignDepartment } from "@/lib/domain/affiliations/assign-department";
import { getAffiliation } from "@/lib/domain/affiliations/queries";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { addDepartment } from "@/lib/domain/staff/add-department";
import { listOwnDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import { renameDepartment } from "@/lib/domain/staff/rename-department";
import { createCast, newStaff } from "@/tests/support/actors";
import { createBed, createDoctor, createHospital, createWard, inDays } from "@/tests/support/factories";
import { answer, outcome } from "@/tests/support/outcome";
import { createMeeting, joinedDoctor, MISSING, type Meeting } from "./affiliations-cast";

let cast: Awaited<ReturnType<typeof createCast>>;
let hospitalId: string;
let stranger: Actor;

beforeEach(async () => {
  cast = await createCast();
  hospitalId = cast.hospital.id;
  stranger = (await newStaff((await createHospital()).id)).actor;
});

const today = { now: new Date(), day: { from: inDays(0, "00:00"), to: inDays(1, "00:00") } };
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

describe("a department", () => {
  let meeting: Meeting;
  beforeAll(async () => {
    meeting = await createMeeting();
  });

  it("is assigned by the manager, one of the hospital's own or none", async () => {
    const { manager, coordinator, stranger, hospital, other } = meeting;
    const { affiliationId: id, actor } = await joinedDoctor(meeting);
    const [own, foreign] = [
      await db.department.create({ data: { hospitalId: hospital.id, name: "Own" } }),
      await db.department.create({ data: { hospitalId: other.id, name: "Foreign" } }),
    ];
    const assign = (who: Actor, departmentId: string | null, version?: number) =>
      outcome(assignDepartment(who, id, { departmentId }, version));
    for (const who of [coordinator.actor, actor, meeting.admin.actor])
      expect(await assign(who, own.id)).toBe("forbidden");
    expect(await assign(stranger, own.id)).toBe("not-found");
    expect(await assign(manager.actor, foreign.id)).toBe("invalid");
    expect(await assign(manager.actor, own.id, 1)).toBe("ok");
    expect(await assign(manager.actor, null, 1)).toBe("version-mismatch");
    expect((await getAffiliation(actor, id)).department?.name).toBe("Own");
    expect(await assign(manager.actor, null)).toBe("ok");
    await changeAffiliation(manager.actor, id, { status: "ENDED", reason: "A good reason" });
    expect(await assign(manager.actor, own.id)).toBe("invalid-transition");
  });
});

describe("departments", () => {
  it("are added, renamed and removed by the manager, and their doctors stay at the hospital", async () => {
    const { manager, hospital, doctor } = cast;
    const { id } = await addDepartment(manager.actor, { hospitalId: hospital.id, name: "Cardiology" });
    await db.affiliation.updateMany({
      where: { hospitalId: hospital.id, doctorId: doctor.doctor.id },
      data: { departmentId: id },
    });
    await renameDepartment(manager.actor, { id, name: "Heart" });
    expect((await getHospitalProfile({ id: hospital.id })).departments).toEqual([
      { id, name: "Heart", doctorCount: 1 },
    ]);
    await removeDepartment(manager.actor, { id });
    expect((await getHospitalProfile({ id: hospital.id })).departments).toEqual([]);
    const { items } = await listOwnDoctors(cast.coordinator.actor, hospital.id, { limit: 10, ...today });
    expect(items).toMatchObject([{ id: doctor.doctor.id, department: null, affiliation: "ACTIVE" }]);
  });

  it("can't be changed by a coordinator, and are 404 for another hospital's manager", async () => {
    const { manager, coordinator, hospital } = cast;
    const { id } = await addDepartment(manager.actor, { hospitalId: hospital.id, name: "Radiology" });
    const steps = (actor: Actor, departmentId: string, hospitalId: string) => [
      () => addDepartment(actor, { hospitalId, name: "New" }),
      () => renameDepartment(actor, { id: departmentId, name: "New" }),
      () => removeDepartment(actor, { id: departmentId }),
    ];
    for (const step of steps(coordinator.actor, id, hospital.id)) expect(await outcome(step())).toBe("forbidden");
    const nobodys = steps(stranger, MISSING, MISSING);
    for (const [index, step] of steps(stranger, id, hospital.id).entries())
      expect(await answer(step())).toEqual(await answer(nobodys[index]!()));
  });

  it("never share a name, in any case, even when two people add it at once", async () => {
    const { manager, hospital } = cast;
    const add = (name: string) => outcome(addDepartment(manager.actor, { hospitalId: hospital.id, name }));
    expect((await Promise.all([add("Intensive_Care"), add("intensive_care"), add("INTENSIVE_CARE")])).sort()).toEqual([
      "invalid",
      "invalid",
      "ok",
    ]);
    expect(await add("Intensive Care")).toBe("ok");
  });
});
