import { beforeAll, describe, expect, it } from "vitest";
import { searchThings } from "@/lib/domain/lookup/internal/search-things";
import type { Hit, LookUpPortal } from "@/lib/domain/lookup/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newPatient, newStaff } from "../support/actors";
import {
  createAffiliation,
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createUser,
  createWard,
  inDays,
} from "../support/factories";

let cast: Awaited<ReturnType<typeof createCast>>;
let visit: { id: string };
let elsewhere: { manager: Actor; doctor: Actor; visit: { id: string } };

const find = (actor: Actor, portal: LookUpPortal, words: string) => searchThings(actor, { portal, words });
const idsOf = (hits: Hit[], kind: Hit["kind"]) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);

beforeAll(async () => {
  cast = await createCast();
  const { hospital, doctor } = cast;
  await db.patient.update({ where: { id: cast.patient.patient.id }, data: { name: "Quintessa Wolkenrath" } });
  visit = await createAppointment(
    { doctorId: doctor.doctor.id, patientId: cast.patient.patient.id },
    { hospitalId: hospital.id, startsAt: inDays(2) },
  );
  const other = await createHospital({ name: "Elsewhere Hospital" });
  const otherDoctor = await createDoctor({ hospitalId: other.id });
  const namesake = await createPatient({ user: await createUser({ name: "Quintessa Wolkenrath" }) });
  const otherVisit = await createAppointment(
    { doctorId: otherDoctor.doctor.id, patientId: namesake.patient.id },
    { hospitalId: other.id, startsAt: inDays(2) },
  );
  elsewhere = {
    manager: (await newStaff(other.id)).actor,
    doctor: await actorOf(otherDoctor.user),
    visit: otherVisit,
  };
});

describe("looking up a person", () => {
  it("finds the visits the reader may see, and never a namesake's at another hospital", async () => {
    for (const actor of [cast.manager.actor, cast.coordinator.actor])
      expect(idsOf(await find(actor, "hospital", "wolken"), "visit")).toEqual([visit.id]);
    expect(idsOf(await find(cast.doctor.actor, "doctor", "wolken quint"), "visit")).toEqual([visit.id]);
    expect(idsOf(await find(elsewhere.manager, "hospital", "wolken"), "visit")).toEqual([elsewhere.visit.id]);
    expect(idsOf(await find(elsewhere.doctor, "doctor", "wolken"), "visit")).toEqual([elsewhere.visit.id]);
    const { name } = cast.doctor.doctor;
    expect(
      idsOf(await find(cast.patient.actor, "patient", name), "visit"),
      "the patient, by the doctor's name",
    ).toEqual([visit.id]);
    expect(idsOf(await find((await newPatient()).actor, "patient", name), "visit"), "another patient").toEqual([]);
  });

  it("does not name patients to administrators", async () => {
    const hits = await find(cast.admin.actor, "admin", "wolkenrath");
    expect(hits.filter(({ kind }) => kind !== "person")).toEqual([]);
  });

  it("finds a visit at the doctor's other hospital for the doctor, not for this hospital", async () => {
    const second = await createHospital();
    await createAffiliation(cast.doctor.doctor.id, second.id);
    const there = await createPatient({ user: await createUser({ name: "Zephyrine Unterwegs" }) });
    const away = await createAppointment(
      { doctorId: cast.doctor.doctor.id, patientId: there.patient.id },
      { hospitalId: second.id, startsAt: inDays(3) },
    );
    expect(idsOf(await find(cast.doctor.actor, "doctor", "unterwegs"), "visit")).toEqual([away.id]);
    expect(await find(cast.manager.actor, "hospital", "unterwegs")).toEqual([]);
  });

  it("finds no hold, active or expired", async () => {
    const held = await createPatient({ user: await createUser({ name: "Heldwig Wartesaal" }) });
    const of = { doctorId: cast.doctor.doctor.id, patientId: held.patient.id };
    const over = { hospitalId: cast.hospital.id, bookedByUserId: held.user.id };
    await createAppointment(of, { ...over, status: "HELD", holdExpiresAt: inDays(1), startsAt: inDays(4) });
    await createAppointment(of, { ...over, status: "EXPIRED", holdExpiresAt: inDays(-1), startsAt: inDays(5) });
    expect(await find(cast.manager.actor, "hospital", "wartesaal")).toEqual([]);
    expect(await find(cast.doctor.actor, "doctor", "wartesaal")).toEqual([]);
  });
});

describe("looking up a hospital's things", () => {
  it("finds its beds by ward and label, its wards, vehicles and doctors, and no one else's", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Kardiologie" });
    const bed = await createBed(cast.hospital.id, { ward, over: { label: "12b" } });
    const vehicle = await createAmbulance(cast.hospital.id, { registration: "B-QX 717" });
    const hits = await find(cast.coordinator.actor, "hospital", "kardio 12");
    expect(idsOf(hits, "bed")).toEqual([bed.id]);
    expect(idsOf(await find(cast.coordinator.actor, "hospital", "kardio"), "ward")).toEqual([ward.id]);
    expect(idsOf(await find(cast.coordinator.actor, "hospital", "bqx7"), "vehicle")).toEqual([vehicle.id]);
    expect(idsOf(await find(cast.coordinator.actor, "hospital", cast.doctor.doctor.name), "colleague")).toEqual([
      cast.doctor.doctor.id,
    ]);
    for (const words of ["kardio", "b-qx", cast.doctor.doctor.name])
      expect(await find(elsewhere.manager, "hospital", words)).toEqual([]);
  });

  it("finds at most five of a kind", async () => {
    const ward = await createWard(cast.hospital.id, { name: "Sechserzimmer" });
    for (let label = 1; label <= 6; label++)
      await createBed(cast.hospital.id, { ward, over: { label: String(label) } });
    expect(idsOf(await find(cast.manager.actor, "hospital", "sechser"), "bed")).toHaveLength(5);
  });
});

describe("another role's portal", () => {
  it.each<["patient" | "doctor" | "manager" | "admin", LookUpPortal]>([
    ["patient", "hospital"],
    ["patient", "doctor"],
    ["patient", "admin"],
    ["doctor", "hospital"],
    ["doctor", "admin"],
    ["manager", "doctor"],
    ["manager", "admin"],
    ["admin", "hospital"],
    ["admin", "doctor"],
  ])("finds nothing: the %s's in the %s's", async (who, portal) => {
    await expect(find(cast[who].actor, portal, "wolken")).rejects.toMatchObject({ code: "not-found" });
  });

  it("finds nothing for a single letter, and does not fail on punctuation alone", async () => {
    for (const words of ["w", "!!", "' OR 1=1", "a:*|b"])
      await expect(find(cast.manager.actor, "hospital", words)).resolves.toEqual([]);
  });
});

it("administrators find accounts, and listed doctors and hospitals", async () => {
  expect(idsOf(await find(cast.admin.actor, "admin", cast.manager.user.email), "person")).toEqual([
    cast.manager.user.id,
  ]);
  expect(idsOf(await find(cast.admin.actor, "admin", cast.doctor.doctor.name), "doctor")).toContain(
    cast.doctor.doctor.id,
  );
  await createHospital({ name: "Unlisted Krankenhaus", verification: "PENDING" });
  expect(idsOf(await find(cast.admin.actor, "admin", "unlisted krankenhaus"), "hospital")).toEqual([]);
});
