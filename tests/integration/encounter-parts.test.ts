import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { loadMedicines, listOwnMedicines } from "@/lib/domain/records/list-medicines";
import { partsOf } from "@/lib/domain/records/output";
import { getEncounter } from "@/lib/domain/records/queries";
import { unitOf } from "@/lib/domain/records/rules";
import type { EncounterParts } from "@/lib/domain/records/schema";
import { VITALS, VITAL_KINDS, type VitalUnit } from "@/lib/domain/records/status";
import { writeNote } from "@/lib/domain/records/write-note";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { NO_PARTS } from "@/tests/support/notes";
import { outcome } from "@/tests/support/outcome";
import { FOUND, NOTE, signedVisit, startedVisit } from "./encounter-harness";

const as = (actor: Actor, work: Parameters<typeof inTransaction<unknown>>[1]) => outcome(inTransaction(actor, work));

describe("what a visit finds and prescribes", () => {
  it("is stored with the note, in its order; the same again is no change, another replaces it", async () => {
    const { doctor, appointmentId } = await startedVisit();
    const write = { appointmentId, note: NOTE, parts: FOUND };
    const first = await writeNote(doctor.actor, { ...write, version: 1 });
    expect(partsOf(first)).toEqual(FOUND);
    const otherwise = { ...FOUND, vitals: [...FOUND.vitals].reverse() };
    expect((await writeNote(doctor.actor, { ...write, parts: otherwise, version: 2 })).version).toBe(2);
    const diagnoses = [...FOUND.diagnoses].reverse();
    const second = await writeNote(doctor.actor, { ...write, parts: { ...FOUND, diagnoses }, version: 2 });
    expect(partsOf(second)).toEqual({ ...FOUND, diagnoses });
    const third = await writeNote(doctor.actor, { ...write, parts: NO_PARTS, version: 3 });
    expect(partsOf(third)).toEqual(NO_PARTS);
  });

  it("is lost to no one: of two windows the later is refused", async () => {
    const { doctor, appointmentId } = await startedVisit();
    const write = (parts: EncounterParts) =>
      outcome(writeNote(doctor.actor, { appointmentId, note: NOTE, parts, version: 1 }));
    const both = await Promise.all([write(FOUND), write({ ...FOUND, prescriptions: [] })]);
    expect(both.toSorted()).toEqual(["ok", "version-mismatch"]);
  });

  it("is visible to the patient once signed, and never changes again", async () => {
    const { doctor, patient, appointmentId, encounter } = await signedVisit();
    expect(partsOf(await getEncounter(patient.actor, appointmentId))).toEqual(FOUND);
    const own = { encounterId: encounter.id, patientId: patient.patient.id };
    expect(
      await as(doctor.actor, (tx) => tx.prescription.deleteMany({ where: { encounterId: encounter.id } })),
    ).not.toBe("ok");
    expect(
      await as(doctor.actor, (tx) =>
        tx.observation.create({ data: { ...own, kind: "PULSE", value: 70, unit: "per min" } }),
      ),
    ).not.toBe("ok");
    expect(await as(doctor.actor, (tx) => tx.diagnosis.updateMany({ where: own, data: { name: "Another" } }))).toBe(
      "ok",
    );
    expect(partsOf(await getEncounter(patient.actor, appointmentId))).toEqual(FOUND);
  });

  it("is not there for a patient while the note is a draft, nor for anyone else", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    await writeNote(doctor.actor, { appointmentId, note: NOTE, parts: FOUND, version: 1 });
    const stranger = await newPatient();
    const count = (actor: Actor) =>
      inTransaction(actor, (tx) => tx.prescription.count({ where: { patientId: patient.patient.id } }));
    expect(await count(doctor.actor)).toBe(1);
    expect(await count(patient.actor)).toBe(0);
    expect(await count(stranger.actor)).toBe(0);
    expect(await count((await newDoctor()).actor)).toBe(0);
    expect(await db.observation.count({ where: { patientId: patient.patient.id } })).toBe(0);
  });

  it("is measured in possible values only, in PostgreSQL too", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    const { id: encounterId } = await getEncounter(doctor.actor, appointmentId);
    const store = (kind: (typeof VITAL_KINDS)[number], value: number, unit: string) =>
      as(doctor.actor, async (tx) => {
        await tx.observation.create({ data: { encounterId, patientId: patient.patient.id, kind, value, unit } });
        await tx.observation.deleteMany({ where: { encounterId } });
      });
    for (const kind of VITAL_KINDS) {
      for (const { unit, possible } of VITALS[kind] as readonly VitalUnit[]) {
        expect(await store(kind, possible[0], unit), `${kind} ${unit}`).toBe("ok");
        expect(await store(kind, possible[1], unit), `${kind} ${unit}`).toBe("ok");
        expect(await store(kind, possible[1] + 1, unit), `${kind} ${unit}`).not.toBe("ok");
      }
      expect(unitOf(kind, "parsecs")).toBeUndefined();
    }
    expect(await store("PULSE", 70, "mmHg")).not.toBe("ok");
  });
});

describe("an addendum", () => {
  it("is added by the note's doctor after signing, seen by the patient, and stays", async () => {
    const { doctor, patient, appointmentId, encounter } = await signedVisit();
    await addAddendum(doctor.actor, { appointmentId, text: "The X-ray is clear." });
    const { addenda } = await getEncounter(patient.actor, appointmentId);
    expect(addenda).toMatchObject([{ text: "The X-ray is clear." }]);
    expect(await as(doctor.actor, (tx) => tx.addendum.deleteMany({ where: { encounterId: encounter.id } }))).not.toBe(
      "ok",
    );
    expect(await db.domainEvent.count({ where: { type: "encounter.amended", aggregateId: encounter.id } })).toBe(1);
  });

  it("belongs to no draft, and is written by no one else", async () => {
    const { doctor, appointmentId } = await startedVisit();
    expect(await outcome(addAddendum(doctor.actor, { appointmentId, text: "More" }))).toBe("invalid-transition");
    const signed = await signedVisit();
    const more = { appointmentId: signed.appointmentId, text: "More" };
    expect(await outcome(addAddendum(doctor.actor, more))).toBe("not-found");
    expect(await outcome(addAddendum(signed.patient.actor, more))).toBe("not-found");
  });
});

describe("a doctor who treats the patient", () => {
  it("reads signed notes of others from the booking until 30 days after the visit", async () => {
    const { patient, appointmentId } = await signedVisit();
    const other = await newDoctor();
    const read = () => outcome(getEncounter(other.actor, appointmentId));
    expect(await read()).toBe("not-found");
    const day = 86_400_000;
    const past = new Date(Date.now() - 31 * day);
    const visit = { doctorId: other.doctorId, patientId: patient.patient.id };
    await createAppointment(visit, {
      status: "COMPLETED",
      startsAt: past,
      endsAt: new Date(past.getTime() + 1_800_000),
    });
    expect(await read()).toBe("not-found");
    const soon = new Date(Date.now() + 3 * day);
    const coming = await createAppointment(visit, {
      status: "CONFIRMED",
      startsAt: soon,
      endsAt: new Date(soon.getTime() + 1_800_000),
    });
    expect(await read()).toBe("ok");
    expect(await loadMedicines(other.actor, patient.patient.id)).toMatchObject({
      earlier: FOUND.prescriptions,
      current: FOUND.prescriptions,
      usual: [],
    });
    await changeStatus(other.actor, coming.id, { status: "CANCELLED", reason: "Ill" });
    expect(await read()).toBe("not-found");
    expect(await loadMedicines(other.actor, patient.patient.id)).toMatchObject({ earlier: [] });
  });

  it("does not read drafts of others", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    const other = await newDoctor();
    const soon = new Date(Date.now() + 86_400_000);
    await createAppointment(
      { doctorId: other.doctorId, patientId: patient.patient.id },
      { status: "CONFIRMED", startsAt: soon, endsAt: new Date(soon.getTime() + 1_800_000) },
    );
    expect(await outcome(getEncounter(other.actor, appointmentId))).toBe("not-found");
    expect(await outcome(getEncounter(doctor.actor, appointmentId))).toBe("ok");
  });
});

describe("a patient's medicines", () => {
  it("are those of signed notes, page by page, only for those who act for the patient, and logged", async () => {
    const { doctor, patient } = await signedVisit();
    const patientIds = [patient.patient.id];
    const page = await listOwnMedicines(patient.actor, { patientIds }, { limit: 10 });
    expect(page).toMatchObject({ nextCursor: null, items: [{ drug: "Salbutamol", doctorName: doctor.doctor.name }] });
    const stranger = await newPatient();
    expect((await listOwnMedicines(stranger.actor, { patientIds }, { limit: 10 })).items).toEqual([]);
    const logged = await db.auditEntry.findMany({ where: { action: "prescription.list", patientId: patientIds[0] } });
    expect(logged.map(({ actorUserId }) => actorUserId)).toEqual([patient.user.id]);
  });

  it("go on behind the last of a page", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    const drugs = ["Amlodipine", "Metformin", "Salbutamol"];
    const [form] = FOUND.prescriptions;
    const prescriptions = drugs.map((drug) => ({ ...form!, drug }));
    await completeVisit(doctor.actor, { appointmentId, note: NOTE, parts: { ...NO_PARTS, prescriptions }, version: 1 });
    const wanted = { patientIds: [patient.patient.id] };
    const first = await listOwnMedicines(patient.actor, wanted, { limit: 2 });
    const second = await listOwnMedicines(patient.actor, wanted, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ drug }) => drug).toSorted()).toEqual(drugs);
    expect(second.nextCursor).toBeNull();
  });
});
