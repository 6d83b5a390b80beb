import { beforeAll, expect, it } from "vitest";
import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { reinstateUser, suspendUser } from "@/lib/domain/administration/suspend-user";
import { updateProfile } from "@/lib/domain/accounts/update-profile";
import { assignDepartment } from "@/lib/domain/affiliations/assign-department";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { changeWard } from "@/lib/domain/beds/change-ward";
import { saveServices } from "@/lib/domain/doctors/internal/save-services";
import { updateOwnProfile } from "@/lib/domain/doctors/internal/update-own-profile";
import { changeStaffRole } from "@/lib/domain/staff/change-staff-role";
import { renameDepartment } from "@/lib/domain/staff/rename-department";
import { updateHospital } from "@/lib/domain/hospitals/internal/update-hospital";
import { blockHours } from "@/lib/domain/schedules/internal/block-hours";
import { toScheduleOutput } from "@/lib/domain/schedules/output";
import { getSchedule } from "@/lib/domain/schedules/queries";
import { replaceSchedule } from "@/lib/domain/schedules/save-schedule";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import {
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createPatient,
  createService,
  createWard,
  inDays,
} from "../support/factories";
import { createHouse, createStay } from "./beds-cast";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

/** What a change would leave: events, audit entries and the sum of all versions. */
async function traces(): Promise<unknown> {
  const [row] = await db.$queryRaw<Record<string, bigint>[]>`SELECT
    (SELECT count(*) FROM "DomainEvent") AS "events", (SELECT sum("last") FROM "AggregateSequence") AS "sequences", (SELECT count(*) FROM "AuditEntry") AS "audit",
    (SELECT sum("version") FROM "Appointment") + (SELECT sum("version") FROM "Schedule") + (SELECT coalesce(sum("version"), 0) FROM "Bed")
      + (SELECT coalesce(sum("version"), 0) FROM "Ward") + (SELECT coalesce(sum("version"), 0) FROM "BedBooking") + (SELECT coalesce(sum("version"), 0) FROM "Ambulance")
      + (SELECT sum("version") FROM "Affiliation") + (SELECT sum("version") FROM "User") + (SELECT sum("version") FROM "Doctor")
      + (SELECT sum("version") FROM "Hospital") + (SELECT sum("version") FROM "Patient") AS "versions"`;
  return row;
}

/** Runs it three times and expects at most one change. */
async function happensOnce(work: () => Promise<unknown>): Promise<void> {
  await work();
  const before = await traces();
  await work();
  await work();
  expect(await traces()).toEqual(before);
}

async function visit(status: "PENDING" | "CONFIRMED") {
  const own = await createDoctor({ hospitalId: cast.hospital.id });
  const { patient } = await createPatient();
  const row = await createAppointment(
    { doctorId: own.doctor.id, patientId: patient.id },
    { status, hospitalId: cast.hospital.id, scheduleId: own.schedule!.id, startsAt: inDays(2, "10:00") },
  );
  return { row, own, doctor: await actorOf(own.user) };
}

it("moving a visit to its current time changes nothing", async () => {
  const { row, doctor } = await visit("CONFIRMED");
  const before = await traces();
  for (let n = 0; n < 3; n++)
    expect(await rescheduleAppointment(doctor, row.id, { start: row.startsAt.toISOString() })).toMatchObject({
      version: row.version,
      notified: null,
    });
  expect(await traces()).toEqual(before);
});

it("a step to the current status of a visit or a stay changes nothing", async () => {
  const { row, doctor } = await visit("PENDING");
  await happensOnce(() => changeStatus(doctor, row.id, { status: "CONFIRMED" }));
  await happensOnce(() => changeStatus(doctor, row.id, { status: "CANCELLED", reason: "Ill" }));
  const house = await createHouse();
  const stay = await createStay(house, "REQUESTED");
  await happensOnce(() => changeBedBooking(house.coordinator, stay.row.id, { status: "DECLINED", reason: "Full" }));
});

it("saving unchanged hours changes nothing", async () => {
  const { own, doctor } = await visit("CONFIRMED");
  const { id: _, doctorId: __, version: ___, ...hours } = toScheduleOutput(await getSchedule(doctor, own.schedule!.id));
  const before = await traces();
  await replaceSchedule(doctor, own.schedule!.id, hours);
  expect(await traces()).toEqual(before);
  await happensOnce(() => replaceSchedule(doctor, own.schedule!.id, { ...hours, horizonDays: 45 }));
});

it("saving an unchanged bed, ward or vehicle changes nothing", async () => {
  const manager = cast.manager.actor;
  const ward = await createWard(cast.hospital.id);
  const bed = await createBed(cast.hospital.id, { ward });
  await happensOnce(() => changeBed(manager, bed.id, { label: "Window" }));
  await happensOnce(() => changeBed(manager, bed.id, { state: "OUT_OF_SERVICE", reason: "Broken" }));
  await happensOnce(() => changeBed(manager, bed.id, { state: "READY" }));
  await happensOnce(() => changeWard(manager, ward.id, { name: "Ward by the lake", cleaningMinutes: 30 }));
  const vehicle = await createAmbulance(cast.hospital.id);
  await happensOnce(() => changeAmbulance(manager, vehicle.id, { crewPhone: "+49 30 5550199" }));
  await happensOnce(() => changeAmbulance(manager, vehicle.id, { state: "OUT_OF_SERVICE", reason: "Tyres" }));
});

it("saving unchanged profiles, departments and roles changes nothing", async () => {
  const manager = cast.manager.actor;
  await happensOnce(() => updateProfile(manager, { name: "Another Name", timeZone: "Europe/Berlin" }));
  const said = {
    description: "By the lake",
    address: null,
    city: "Lakeside",
    country: "DE",
    phone: null,
    latitude: null,
    longitude: null,
  };
  await happensOnce(async () => {
    const { version, name } = await db.hospital.findUniqueOrThrow({ where: { id: cast.hospital.id } });
    await updateHospital(manager, { id: cast.hospital.id, version, name, ...said });
  });
  const department = await db.department.create({ data: { hospitalId: cast.hospital.id, name: "Medicine" } });
  await happensOnce(() => renameDepartment(manager, { id: department.id, name: "Lake medicine" }));
  await happensOnce(() =>
    changeStaffRole(manager, { hospitalId: cast.hospital.id, id: cast.coordinator.staff.id, role: "COORDINATOR" }),
  );
  const { own } = await visit("CONFIRMED");
  const { id } = await db.affiliation.findFirstOrThrow({ where: { doctorId: own.doctor.id } });
  await happensOnce(() => assignDepartment(manager, id, { departmentId: department.id }));
  await happensOnce(() => changeAffiliation(manager, id, { status: "SUSPENDED", reason: "A question" }));
});

it("saving an unchanged doctor's profile and services changes nothing", async () => {
  const own = await createDoctor();
  const doctor = await actorOf(own.user);
  const profile = {
    biography: "Years by the lake",
    languages: ["de"],
    feeMinor: 8000,
    currency: "EUR",
    practiceName: null,
    address: null,
    city: null,
    country: null,
  };
  await happensOnce(async () => {
    const { version } = await db.doctor.findUniqueOrThrow({ where: { id: own.doctor.id } });
    await updateOwnProfile(doctor, { version, ...profile });
  });
  const service = await createService();
  await happensOnce(() =>
    saveServices(doctor, {
      services: [{ serviceId: service.id, durationMinutes: 30, feeMinor: 5000, mode: "IN_PERSON" }],
    }),
  );
});

it("blocking an already blocked part of a day changes nothing", async () => {
  const { own, doctor } = await visit("CONFIRMED");
  const date = inDays(2, "00:00").toISOString().slice(0, 10);
  await happensOnce(() =>
    blockHours(doctor, { scheduleIds: [own.schedule!.id], date, interval: { start: "09:00", end: "11:00" } }),
  );
  expect(
    await blockHours(doctor, { scheduleIds: [own.schedule!.id], date, interval: { start: "09:00", end: "11:00" } }),
  ).toEqual({ blocked: 1, notified: { told: 0, toCall: 0 } });
  await happensOnce(() => blockHours(doctor, { scheduleIds: [own.schedule!.id], date, interval: null }));
});

it("repeating a suspension, a reinstatement or a decision changes nothing", async () => {
  const { own } = await visit("CONFIRMED");
  const { actor } = cast.admin;
  await happensOnce(() => suspendUser(actor, own.user.id));
  await happensOnce(() => reinstateUser(actor, own.user.id));
  for (const [kind, id] of [
    ["doctor", own.doctor.id],
    ["hospital", (await createHouse()).hospital.id],
  ] as const) {
    for (const decision of ["suspend", "verify"] as const) {
      const reason = decision === "suspend" ? { reason: "A complaint" } : {};
      await happensOnce(() => decideVerification(actor, { kind, id, decision, ...reason }));
    }
  }
});
