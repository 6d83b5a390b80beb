import { describe, expect, it } from "vitest";
import { listTargetsAt, listTargetsOf } from "@/lib/domain/waitlist/list-targets";
import { joinInput } from "@/lib/domain/waitlist/schema";
import { joinWaitlist } from "@/lib/domain/waitlist/join-waitlist";
import { db } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { startOfLocalDate } from "@/lib/platform/time/local-date";
import { newDoctor, newPatient } from "../support/actors";
import { createHospital, createSchedule, createService, createSpecialty, inDays } from "../support/factories";
import { outcome } from "../support/outcome";

/** A hospital whose one doctor has a specialty, offers a service, and has hours all day. */
async function hospitalWith() {
  const [hospital, specialty] = [await createHospital({ timeZone: "UTC" }), await createSpecialty()];
  const doctor = await newDoctor({ hospitalId: hospital.id });
  const service = await createService({ doctorId: doctor.doctorId });
  await db.doctorSpecialty.create({ data: { doctorId: doctor.doctorId, specialtyId: specialty.id } });
  return { hospital, specialty, doctor, service };
}

it("a hospital's page offers what those with hours there do, and a service's page where it is offered", async () => {
  const { hospital, specialty, doctor, service } = await hospitalWith();
  const hospitalId = hospital.id;
  const choices = await listTargetsAt(hospitalId);
  expect(choices).toEqual(
    expect.arrayContaining([
      { label: `${specialty.name}, any doctor`, target: { hospitalId, specialtyId: specialty.id } },
      { label: service.name, target: { hospitalId, serviceId: service.id } },
    ]),
  );
  expect(await listTargetsOf(service.id)).toEqual([
    { label: hospital.name, target: { hospitalId, serviceId: service.id } },
  ]);
  await db.doctor.update({ where: { id: doctor.doctorId }, data: { verification: "SUSPENDED" } });
  expect([await listTargetsAt(hospitalId), await listTargetsOf(service.id)]).toEqual([[], []]);
});

it("joining lists the times that suit already, with the doctor and where to book", async () => {
  const { hospital, specialty, doctor } = await hospitalWith();
  const { actor } = await newPatient();
  const tomorrow = inDays(1).toISOString().slice(0, 10);
  const wish = { hospitalId: hospital.id, specialtyId: specialty.id, from: tomorrow, to: tomorrow };
  const refused = await joinWaitlist(actor, joinInput.parse(wish)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  const { code, extra } = refused as AppError;
  expect(code).toBe("times-open");
  const { name: doctorName, slug: doctorSlug } = doctor.doctor;
  expect(extra).toMatchObject({ alternatives: [{ doctorName, doctorSlug, timeZone: "UTC" }, {}, {}, {}, {}, {}] });
});

describe("closed hours", () => {
  const close = (scheduleId: string) =>
    db.schedule.update({ where: { id: scheduleId }, data: { closedAt: new Date() } });

  it("are nothing to wait for, with their doctor or with any doctor there", async () => {
    const { hospital, specialty, doctor, service } = await hospitalWith();
    const { actor } = await newPatient();
    await close(doctor.scheduleId);
    const [hospitalId, { doctorId }] = [hospital.id, doctor];
    for (const target of [{ doctorId }, { specialtyId: specialty.id }, { serviceId: service.id }])
      expect(await outcome(joinWaitlist(actor, joinInput.parse({ hospitalId, ...target })))).toBe("not-found");
  });

  const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);

  it("don't set the clock by which someone waits for a doctor who has open hours elsewhere", async () => {
    const hospital = await createHospital({ timeZone: "Asia/Tokyo" });
    const doctor = await newDoctor({ hospitalId: hospital.id, schedule: { timeZone: "Asia/Tokyo" } });
    await createSchedule(doctor.doctorId, { timeZone: "America/New_York", rules: [] });
    await close(doctor.scheduleId);
    const { actor } = await newPatient();
    await joinWaitlist(actor, joinInput.parse({ doctorId: doctor.doctorId, to: dayIn(20) }));
    const { overAt } = await db.waitlistEntry.findFirstOrThrow({ where: { doctorId: doctor.doctorId } });
    expect(overAt).toEqual(startOfLocalDate(dayIn(21), "America/New_York"));
  });
});
