import { beforeAll, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { STEP_WORDS } from "@/lib/domain/appointments/format";
import { stepsFor } from "@/lib/domain/appointments/rules";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { visitsOf } from "@/lib/domain/front-desk/format";
import { listDesk } from "@/lib/domain/front-desk/list-desk";
import { listOwnDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { listDutyDoctors } from "@/lib/domain/front-desk/list-duty-doctors";
import { loadDeskAppointment, loadFrontDesk } from "@/lib/domain/front-desk/load-front-desk";
import { getEncounter } from "@/lib/domain/records/queries";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, newStaff } from "@/tests/support/actors";
import { createAppointment, createDoctor, createHospital, createPatient } from "@/tests/support/factories";
import { NO_PARTS } from "@/tests/support/notes";

const ZONE = "America/New_York";
const NOTE = "an-utterly-private-observation";
let hospitalId: string;
let desk: Actor;
let doctors: { id: string; actor: Actor }[];
let day: { from: Date; to: Date };

/** The same choices every time: a linear congruential generator (Numerical Recipes). */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

beforeAll(async () => {
  const hospital = await createHospital({ timeZone: ZONE });
  hospitalId = hospital.id;
  desk = (await newStaff(hospitalId, "COORDINATOR")).actor;
  const made = await Promise.all([1, 2, 3].map(() => createDoctor({ hospitalId, schedule: { timeZone: ZONE } })));
  doctors = await Promise.all(made.map(async ({ doctor, user }) => ({ id: doctor.id, actor: await actorOf(user) })));
  const date = (await getHospitalStats(desk, hospitalId)).date;
  day = { from: startOfLocalDate(date, ZONE), to: startOfLocalDate(shiftDate(date, 1), ZONE) };
  for (let n = 0; n < 30; n++) {
    const { patient } = await createPatient();
    const startsAt = new Date(day.from.getTime() + (n % 10) * 90 * 60_000);
    const status = n % 4 === 0 ? "PENDING" : "CONFIRMED";
    await createAppointment(
      { doctorId: doctors[n % 3]!.id, patientId: patient.id },
      { hospitalId, startsAt, status, needsRebooking: n % 7 === 0 },
    );
  }
});

async function requireEqualCounts() {
  const at = new Date();
  const stats = await getHospitalStats(desk, hospitalId);
  const { today } = stats.appointments;
  const rows = await db.appointment.findMany({
    where: { hospitalId, startsAt: { gte: day.from, lt: day.to } },
    select: { status: true, doctorId: true, startsAt: true, needsRebooking: true },
  });
  for (const [status, count] of Object.entries(today))
    expect([status, count]).toEqual([status, rows.filter((row) => row.status === status).length]);
  const front = await loadFrontDesk(desk, hospitalId, day, at);
  expect(front.waiting).toHaveLength(today.CHECKED_IN);
  expect(front.requests.count).toBe(
    rows.filter((row) => row.status === "PENDING" && row.startsAt > at && !row.needsRebooking).length,
  );
  expect(front.needRebooking.count).toBe(
    rows.filter((row) => ["PENDING", "CONFIRMED"].includes(row.status) && row.startsAt > at && row.needsRebooking)
      .length,
  );
  const list = await listDesk(desk, hospitalId, { ...day }, { limit: 100, order: "asc" });
  expect(list.items).toHaveLength(rows.length);
  const { items } = await listOwnDoctors(desk, hospitalId, { limit: 10, now: at, day });
  expect(items.reduce((sum, doctor) => sum + doctor.today, 0)).toBe(visitsOf(today));
  const duty = await listDutyDoctors(desk, hospitalId, day);
  expect(duty.reduce((sum, { left }) => sum + left, 0)).toBe(today.PENDING + today.CONFIRMED + today.CHECKED_IN);
}

describe("the desk's numbers", () => {
  it("equal a count over the rows after each of many random steps", async () => {
    const roll = dice(20_261_123);
    let taken = 0;
    for (let attempt = 0; attempt < 120 && taken < 60; attempt++) {
      const { items } = await listDesk(desk, hospitalId, { ...day }, { limit: 100, order: "asc" });
      const visit = items[roll(items.length)]!;
      const isDoctors = roll(2) === 0;
      const actor = isDoctors ? doctors.find(({ id }) => id === visit.doctorId)!.actor : desk;
      const steps = stepsFor(visit, [isDoctors ? "doctor" : "staff"], { now: new Date() });
      const step = steps[roll(Math.max(1, steps.length))];
      if (!step || !STEP_WORDS[step.to]) continue;
      await changeStatus(actor, visit.id, {
        status: step.to,
        ...(step.needsReason ? { reason: "The doctor is ill" } : {}),
      });
      taken += 1;
      if (taken % 6 === 0) await requireEqualCounts();
    }
    expect(taken).toBeGreaterThan(20);
    await requireEqualCounts();
  });
});

describe("visit notes", () => {
  it("appear nowhere in what the desk reads, and the desk can't open them", async () => {
    const { patient } = await createPatient();
    const doctor = doctors[0]!;
    const visit = await createAppointment(
      { doctorId: doctor.id, patientId: patient.id },
      { hospitalId, startsAt: new Date(day.to.getTime() - 15 * 60_000), endsAt: day.to },
    );
    await changeStatus(doctor.actor, visit.id, { status: "IN_PROGRESS" });
    const read = async () =>
      JSON.stringify([
        await loadDeskAppointment(desk, hospitalId, visit.id),
        await listDesk(desk, hospitalId, { ...day }, { limit: 100, order: "asc" }),
        await loadFrontDesk(desk, hospitalId, day, new Date()),
        await listDutyDoctors(desk, hospitalId, day),
      ]);
    const { version } = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.doctor', ${doctor.id}, true)`;
      return tx.encounter.findUniqueOrThrow({ where: { appointmentId: visit.id }, select: { version: true } });
    });
    const note = { reason: NOTE, subjective: NOTE, objective: NOTE, assessment: NOTE, plan: NOTE };
    await completeVisit(doctor.actor, { appointmentId: visit.id, version, note, parts: NO_PARTS });
    const seen = await read();
    expect(seen).toContain(visit.id);
    expect(seen).not.toContain(NOTE);
    await expect(getEncounter(desk, visit.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
