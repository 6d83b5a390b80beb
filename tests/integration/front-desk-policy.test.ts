import { beforeAll, describe, expect, it } from "vitest";
import { decideChange } from "@/lib/domain/administration/decide-change";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { listBookableDoctors, listOwnDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { loadAffiliatedDoctor } from "@/lib/domain/front-desk/load-affiliated-doctor";
import { loadDeskAppointment } from "@/lib/domain/front-desk/load-front-desk";
import { getDeskHospital, loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import { hospitalForm } from "@/lib/domain/hospitals/schema";
import { updateHospital } from "@/lib/domain/hospitals/internal/update-hospital";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newStaff } from "@/tests/support/actors";
import { createAppointment, createDoctor, createHospital, createPatient, inDays } from "@/tests/support/factories";
import { answer, outcome } from "@/tests/support/outcome";

type Cast = Awaited<ReturnType<typeof createCast>>;
let cast: Cast;
let stranger: Actor;
const MISSING = "0199d000-0000-7000-8000-000000000000";
const day = { from: inDays(0, "00:00"), to: inDays(1, "00:00") };
const at = { now: new Date(), day };

beforeAll(async () => {
  cast = await createCast();
  const other = await createHospital();
  stranger = (await newStaff(other.id, "MANAGER")).actor;
});

const form = (id: string, version: number, over: Record<string, string> = {}) =>
  hospitalForm.parse({
    id,
    version: String(version),
    name: "Riverside General",
    description: "",
    address: "1 Quay",
    city: "Riverside",
    country: "DE",
    phone: "+49 30 1234567",
    latitude: "52.5",
    longitude: "13,4",
    ...over,
  });
const versionOf = async (id: string) =>
  (await db.hospital.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

describe("a hospital's profile", () => {
  it("is changed by its manager alone, read by its coordinator, and 404 for all others", async () => {
    const { id } = cast.hospital;
    expect(await outcome(updateHospital(cast.coordinator.actor, form(id, await versionOf(id))))).toBe("forbidden");
    for (const actor of [stranger, cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      const theirs = await answer(updateHospital(actor, form(id, await versionOf(id))));
      const nobodys = await answer(updateHospital(actor, form(MISSING, 1)));
      expect(theirs).toEqual(nobodys);
      expect(theirs).toMatchObject({ code: "not-found" });
    }
    const { version } = await updateHospital(cast.manager.actor, form(id, await versionOf(id)));
    expect(version).toBe(await versionOf(id));
    const { id: change } = await db.profileChange.findFirstOrThrow({ where: { hospitalId: id } });
    await decideChange(cast.admin.actor, { id: change, decision: "approve" });
    expect(await loadOwnHospital(cast.coordinator.actor)).toMatchObject({
      name: "Riverside General",
      latitude: 52.5,
      longitude: 13.4,
    });
    expect(await getHospitalProfile({ id })).toMatchObject({
      name: "Riverside General",
      city: "Riverside",
      phone: "+49301234567",
    });
  });

  it("keeps the callback setting when a form does not send it", async () => {
    const { id } = cast.hospital;
    const said: boolean[] = [];
    for (const over of [{ verifiesCallers: "yes" }, {}, { verifiesCallers: "no" }] as Record<string, string>[]) {
      await updateHospital(cast.manager.actor, form(id, await versionOf(id), over));
      said.push((await loadOwnHospital(cast.coordinator.actor)).verifiesCallers);
    }
    expect(said).toEqual([true, true, false]);
  });

  it("leaves an audit row without its texts and an event for the public page, and nothing when it fails", async () => {
    const { id } = cast.hospital;
    const count = () =>
      db.domainEvent.count({ where: { aggregate: "hospital", aggregateId: id, type: "hospital.changed" } });
    const before = await count();
    await updateHospital(cast.manager.actor, form(id, await versionOf(id), { name: "Quay Hospital" }));
    const event = await db.domainEvent.findFirstOrThrow({
      where: { aggregateId: id, type: "hospital.changed" },
      orderBy: { position: "desc" },
    });
    expect(event.audience).toEqual([`hospital:${id}`, `public-hospital:${id}`]);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { hospitalId: id, action: "hospital.update" },
      orderBy: { position: "desc" },
    });
    expect(JSON.stringify([event.refs, audit.details])).not.toContain("Quay");
    expect(audit.actorUserId).toBe(cast.manager.user.id);
    expect(await outcome(updateHospital(cast.manager.actor, form(id, 1)))).toBe("version-mismatch");
    expect(await outcome(updateHospital(cast.coordinator.actor, form(id, await versionOf(id))))).toBe("forbidden");
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ["latitude", { longitude: "" }],
    ["latitude", { latitude: "91" }],
    ["longitude", { longitude: "east" }],
    ["country", { country: "Germany" }],
    ["phone", { phone: "call us" }],
    ["name", { name: " " }],
  ])("refuses an invalid %s", (path, over) => {
    const raw = {
      id: MISSING,
      version: "1",
      name: "A",
      description: "",
      address: "",
      city: "",
      country: "",
      phone: "",
      latitude: "1",
      longitude: "1",
      ...over,
    };
    const parsed = hospitalForm.safeParse(raw);
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});

describe("the desk's pages", () => {
  it("are for the hospital's staff only", async () => {
    const { hospital, doctor, patient, manager, coordinator } = cast;
    const visit = await createAppointment(
      { doctorId: doctor.doctor.id, patientId: patient.patient.id },
      { hospitalId: hospital.id },
    );
    const looks = (actor: Actor, id = visit.id, doctorId = doctor.doctor.id) => [
      () => loadDeskAppointment(actor, hospital.id, id),
      () => loadAffiliatedDoctor(actor, hospital.id, doctorId, at),
      () => listOwnDoctors(actor, hospital.id, { limit: 5, ...at }),
      () => listBookableDoctors(actor, hospital.id),
      () => searchPatients(actor, { hospitalId: hospital.id, name: patient.patient.name }),
    ];
    for (const actor of [manager.actor, coordinator.actor])
      for (const look of looks(actor)) expect(await answer(look())).toBe("ok");
    for (const actor of [stranger, cast.admin.actor]) {
      for (const look of looks(actor)) expect(await answer(look())).toMatchObject({ code: "not-found" });
    }
    const [missingVisit, missingDoctor] = looks(manager.actor, MISSING, MISSING);
    expect(await answer(looks(stranger)[0]!())).toEqual(await answer(missingVisit!()));
    expect(await answer(looks(stranger)[1]!())).toEqual(await answer(missingDoctor!()));
    for (const actor of [patient.actor, doctor.actor, cast.admin.actor])
      expect(await outcome(getDeskHospital(actor))).toBe("not-found");
  });

  it("show no visit that its reader may see only as a patient elsewhere", async () => {
    const { user } = await newStaff(cast.hospital.id, "COORDINATOR");
    const { patient } = await createPatient({ user });
    const elsewhere = await createDoctor();
    const own = await createAppointment({ doctorId: elsewhere.doctor.id, patientId: patient.id });
    expect(await outcome(loadDeskAppointment(await actorOf(user), cast.hospital.id, own.id))).toBe("not-found");
  });

  it("do not show a doctor who has left", async () => {
    const gone = await createDoctor({ hospitalId: cast.hospital.id });
    await db.affiliation.updateMany({
      where: { doctorId: gone.doctor.id },
      data: { status: "ENDED", endedAt: new Date() },
    });
    expect(await outcome(loadAffiliatedDoctor(cast.manager.actor, cast.hospital.id, gone.doctor.id, at))).toBe(
      "not-found",
    );
    const { items } = await listOwnDoctors(cast.manager.actor, cast.hospital.id, { limit: 50, ...at });
    expect(items.map(({ id }) => id)).not.toContain(gone.doctor.id);
  });
});
