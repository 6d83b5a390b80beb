import { beforeAll, describe, expect, it } from "vitest";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { getDoctorPatient, listDoctorPatients } from "@/lib/domain/appointments/list-doctor-patients";
import { getTreatedNote, listCurrentMedicines, listTreatedNotes } from "@/lib/domain/records/list-treated";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { FOUND, NOTE, signedVisit } from "./encounter-harness";

const ALL = { limit: 50 };
let doctor: Awaited<ReturnType<typeof newDoctor>>;

beforeAll(async () => {
  doctor = await newDoctor();
});

async function visitOf(name: string, visit: Parameters<typeof createAppointment>[1]) {
  const { patient } = await newPatient();
  await db.patient.update({ where: { id: patient.id }, data: { name } });
  await createAppointment({ doctorId: doctor.doctorId, patientId: patient.id }, visit);
  return patient.id;
}
const namesOf = async (name?: string) =>
  (await listDoctorPatients(doctor.actor, { name }, ALL)).items.map((patient) => patient.name);

describe("a doctor's patients", () => {
  it("are those with a visit that took place or is booked, the latest first, each once", async () => {
    const seen = await visitOf("Ada Early", { status: "COMPLETED", startsAt: inDays(-9), endsAt: inDays(-9, "10:30") });
    await createAppointment(
      { doctorId: doctor.doctorId, patientId: seen },
      { status: "COMPLETED", startsAt: inDays(-8), endsAt: inDays(-8, "10:30") },
    );
    await visitOf("Ben Booked", { status: "CONFIRMED", startsAt: inDays(4), endsAt: inDays(4, "10:30") });
    await visitOf("Cem Cancelled", { status: "CANCELLED", startsAt: inDays(5), endsAt: inDays(5, "10:30") });
    await visitOf("Dan Declined", { status: "DECLINED", startsAt: inDays(6), endsAt: inDays(6, "10:30") });
    expect(await namesOf()).toEqual(["Ben Booked", "Ada Early"]);
    const { items } = await listDoctorPatients(doctor.actor, {}, ALL);
    expect(items).toMatchObject([
      { lastVisitAt: null, nextVisitAt: expect.stringMatching(/Z$/) as string },
      { lastVisitAt: expect.stringMatching(/Z$/) as string, nextVisitAt: null },
    ]);
  });

  it("are found by the beginnings of their names, in any case and with or without accents", async () => {
    await visitOf("Édith Ölund", { status: "NO_SHOW", startsAt: inDays(-7), endsAt: inDays(-7, "10:30") });
    expect(await namesOf("edi olu")).toEqual(["Édith Ölund"]);
    expect(await namesOf("lund")).toEqual([]);
    expect(await namesOf("e")).toEqual([]);
  });

  it("come in pages without a gap or a repetition", async () => {
    const whole = (await listDoctorPatients(doctor.actor, {}, ALL)).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await listDoctorPatients(doctor.actor, {}, { limit: 1, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(paged).toEqual(whole);
  });

  it("aren't anyone else's", async () => {
    const [other, patient] = [await newDoctor(), await newPatient()];
    const mine = await visitOf("Eve Mine", { status: "CONFIRMED", startsAt: inDays(9), endsAt: inDays(9, "10:30") });
    expect((await listDoctorPatients(other.actor, {}, ALL)).items).toEqual([]);
    expect(await outcome(getDoctorPatient(other.actor, mine))).toBe("not-found");
    expect(await outcome(listDoctorPatients(patient.actor, {}, ALL))).toBe("not-found");
    expect((await getDoctorPatient(doctor.actor, mine)).name).toBe("Eve Mine");
  });
});

describe("a doctor who treats a patient", () => {
  it("reads the signed notes and current medicines of colleagues, and no one's after that", async () => {
    const { patient, appointmentId, doctor: author } = await signedVisit();
    const { id } = patient.patient;
    expect(await outcome(listTreatedNotes(doctor.actor, id, ALL))).toBe("not-found");
    expect(await outcome(listCurrentMedicines(doctor.actor, id, new Date()))).toBe("not-found");
    expect(await outcome(getTreatedNote(doctor.actor, appointmentId))).toBe("not-found");
    await createAppointment(
      { doctorId: doctor.doctorId, patientId: id },
      { status: "CONFIRMED", startsAt: inDays(12), endsAt: inDays(12, "10:30") },
    );
    expect((await listTreatedNotes(doctor.actor, id, ALL)).items).toMatchObject([
      { appointmentId, isOwn: false, diagnosis: "Asthma" },
    ]);
    expect(await listCurrentMedicines(doctor.actor, id, new Date())).toMatchObject([
      { drug: "Salbutamol", until: null },
    ]);
    expect(await getTreatedNote(doctor.actor, appointmentId)).toMatchObject({
      isOwn: false,
      encounter: { assessment: NOTE.assessment },
    });
    expect((await getTreatedNote(author.actor, appointmentId)).isOwn).toBe(true);
    const looks = await db.auditEntry.findMany({
      where: { patientId: id, actorUserId: doctor.user.id },
      select: { action: true, purpose: true },
    });
    expect(looks).toContainEqual({ action: "encounter.read", purpose: "TREATMENT" });
    expect(looks.every(({ purpose }) => purpose === "TREATMENT")).toBe(true);
  });

  it("doesn't see a colleague's draft, nor a medicine twice or after its last day", async () => {
    const [patient, colleague] = [await newPatient(), await newDoctor()];
    const { id } = patient.patient;
    await createAppointment(
      { doctorId: doctor.doctorId, patientId: id },
      { status: "CONFIRMED", startsAt: inDays(14), endsAt: inDays(14, "10:30") },
    );
    const parts = { ...FOUND, prescriptions: FOUND.prescriptions.map((medicine) => ({ ...medicine, days: 5 })) };
    for (const [from, to] of [
      ["00:00", "00:30"],
      ["00:30", "01:00"],
    ] as const) {
      const visit = await createAppointment(
        { doctorId: colleague.doctorId, patientId: id },
        { status: "CHECKED_IN", startsAt: inDays(0, from), endsAt: inDays(0, to) },
      );
      await changeStatus(colleague.actor, visit.id, { status: "IN_PROGRESS" });
      expect(await outcome(getTreatedNote(doctor.actor, visit.id))).toBe("not-found");
      await completeVisit(colleague.actor, { appointmentId: visit.id, note: NOTE, parts, version: 1 });
    }
    expect(await listCurrentMedicines(doctor.actor, id, new Date())).toHaveLength(1);
    expect(await listCurrentMedicines(doctor.actor, id, inDays(6))).toEqual([]);
  });
});
