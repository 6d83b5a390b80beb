import { describe, expect, it } from "vitest";
import { addCondition } from "@/lib/domain/background/add-condition";
import { changeAllergy } from "@/lib/domain/background/change-allergy";
import { changeCondition } from "@/lib/domain/background/change-condition";
import { findBackground, getAllergy, listAllergies, listConditions } from "@/lib/domain/background/queries";
import { MOST_ENTRIES } from "@/lib/domain/background/rules";
import { stateNoAllergies } from "@/lib/domain/background/state-no-allergies";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { allergyOf, conditionOf, createTreatment, newProxy, PENICILLIN } from "./background-harness";

describe("an allergy", () => {
  it("says who recorded it, from which side, and stays theirs when another changes it", async () => {
    const { patient, doctor, patientId } = await createTreatment();
    const { id } = await allergyOf(patient.actor, patientId);
    const seen = (await listAllergies(doctor.actor, patientId)).items[0];
    expect(seen).toMatchObject({ ...PENICILLIN, status: "ACTIVE", version: 1, earlier: [] });
    expect(seen?.recordedBy).toEqual({ as: "PATIENT", name: null, isYou: false });
    const changed = await changeAllergy(doctor.actor, id, { reaction: "Swelling of the throat" }, 1);
    expect(changed.changedBy).toEqual({ as: "DOCTOR", name: doctor.doctor.name, isYou: true });
    const own = (await listAllergies(patient.actor, patientId)).items[0];
    expect(own?.recordedBy).toEqual({ as: "PATIENT", name: patient.user.name, isYou: true });
    expect(own?.changedBy).toEqual({ as: "DOCTOR", name: doctor.doctor.name, isYou: false });
    expect(own?.earlier).toMatchObject([{ version: 1, reaction: "Rash", changedBy: { isYou: true } }]);
  });

  it("is changed by versions: the same again is none, an old one is refused, of two at once one wins", async () => {
    const { patient, patientId } = await createTreatment();
    const { id } = await allergyOf(patient.actor, patientId);
    expect((await changeAllergy(patient.actor, id, { reaction: "Rash" }, 1)).version).toBe(1);
    const change = (reaction: string) => outcome(changeAllergy(patient.actor, id, { reaction }, 1));
    expect((await Promise.all([change("Hives"), change("Itching")])).toSorted()).toEqual(["ok", "version-mismatch"]);
    expect(await change("Cough")).toBe("version-mismatch");
    expect((await getAllergy(patient.actor, id)).version).toBe(2);
  });

  it("is recorded once, whatever the spelling; again once it no longer holds", async () => {
    const { patient, patientId } = await createTreatment();
    const { id } = await allergyOf(patient.actor, patientId);
    const again = () => outcome(allergyOf(patient.actor, patientId, { substance: "PENICILLIN" }));
    expect(await again()).toBe("already-exists");
    const both = await Promise.all(
      [1, 2].map(() => outcome(allergyOf(patient.actor, patientId, { substance: "Latex" }))),
    );
    expect(both.toSorted()).toEqual(["already-exists", "ok"]);
    await changeAllergy(patient.actor, id, { status: "INACTIVE" });
    expect(await again()).toBe("ok");
    expect(await outcome(changeAllergy(patient.actor, id, { status: "ACTIVE" }))).toBe("already-exists");
  });

  it("that was entered in error stays, and stays so", async () => {
    const { patient, patientId } = await createTreatment();
    const { id } = await allergyOf(patient.actor, patientId);
    await changeAllergy(patient.actor, id, { status: "ENTERED_IN_ERROR" });
    expect(await outcome(changeAllergy(patient.actor, id, { status: "ACTIVE" }))).toBe("invalid-transition");
    expect((await listAllergies(patient.actor, patientId)).items).toMatchObject([{ status: "ENTERED_IN_ERROR" }]);
  });

  it("is one of so many at most", async () => {
    const { patient, patientId } = await createTreatment();
    await allergyOf(patient.actor, patientId);
    const data = Array.from({ length: MOST_ENTRIES - 1 }, (_, n) => ({ substance: `Substance ${n}` }));
    const { inTransaction } = await import("@/lib/actor/transaction");
    const stamp = { category: "OTHER", recordedAs: "PATIENT", changedAs: "PATIENT", patientId } as const;
    await inTransaction(patient.actor, (tx) =>
      tx.allergy.createMany({ data: data.map((one) => ({ ...one, ...stamp })) }),
    );
    expect(await outcome(allergyOf(patient.actor, patientId, { substance: "One more" }))).toBe("conflict");
  });
});

describe("no known allergies", () => {
  it("is an answer with a date, differs from not recorded, and ends with the first allergy", async () => {
    const { patient, doctor, patientId } = await createTreatment();
    expect(await listAllergies(doctor.actor, patientId)).toEqual({
      answer: "NOT_RECORDED",
      noneKnown: null,
      items: [],
    });
    await stateNoAllergies(patient.actor, { patientId });
    expect(await listAllergies(doctor.actor, patientId)).toMatchObject({
      answer: "NONE_KNOWN",
      noneKnown: { statedBy: { as: "PATIENT", name: null }, statedAt: expect.any(String) },
    });
    await stateNoAllergies(doctor.actor, { patientId });
    expect(await db.domainEvent.count({ where: { type: "no-known-allergies.stated" } })).toBeGreaterThanOrEqual(2);
    const { id } = await allergyOf(doctor.actor, patientId);
    expect(await listAllergies(patient.actor, patientId)).toMatchObject({ answer: "LISTED", noneKnown: null });
    expect(await outcome(stateNoAllergies(patient.actor, { patientId }))).toBe("invalid-transition");
    await changeAllergy(doctor.actor, id, { status: "ENTERED_IN_ERROR" });
    expect((await listAllergies(patient.actor, patientId)).answer).toBe("NOT_RECORDED");
    expect(await outcome(stateNoAllergies(patient.actor, { patientId }))).toBe("ok");
  });

  it("never stands beside an allergy, whichever is recorded first", async () => {
    for (let round = 0; round < 5; round++) {
      const { patient, doctor, patientId } = await createTreatment();
      await Promise.all([
        outcome(allergyOf(doctor.actor, patientId)),
        outcome(stateNoAllergies(patient.actor, { patientId })),
      ]);
      expect(await listAllergies(patient.actor, patientId)).toMatchObject({ answer: "LISTED", noneKnown: null });
    }
  });
});

describe("a condition", () => {
  it("is kept in words, with a code where a doctor chose one, since when it is known", async () => {
    const { patient, doctor, patientId } = await createTreatment();
    await conditionOf(patient.actor, patientId, "Asthma since school", "1998");
    const diagnosis = { system: "ICD-10", version: "2019", code: "I10", name: "High blood pressure" } as const;
    const coded = { patientId, name: diagnosis.name, diagnosis, onset: "2024-05" };
    const { id } = await addCondition(doctor.actor, coded);
    expect(await listConditions(patient.actor, patientId)).toMatchObject([
      { name: "Asthma since school", diagnosis: null, onset: "1998" },
      { name: "High blood pressure", diagnosis, onset: "2024-05" },
    ]);
    const resolved = await changeCondition(patient.actor, id, { status: "RESOLVED", diagnosis: null }, 1);
    expect(resolved).toMatchObject({ status: "RESOLVED", diagnosis: null, version: 2 });
    expect(resolved.earlier).toMatchObject([{ status: "ACTIVE", diagnosis }]);
    expect(await outcome(addCondition(doctor.actor, coded))).toBe("ok");
    expect(await outcome(addCondition(doctor.actor, coded))).toBe("already-exists");
  });

  it("began neither in the future nor before the patient was born", async () => {
    const patient = await newPatient({ over: { bornOn: new Date("2010-06-15") } });
    const since = (onset: string) => outcome(conditionOf(patient.actor, patient.patient.id, `Since ${onset}`, onset));
    expect(await since("2009")).toBe("invalid");
    expect(await since("2010-05")).toBe("invalid");
    expect(await since(String(new Date().getUTCFullYear() + 1))).toBe("invalid");
    expect(await since("2010")).toBe("ok");
  });
});

it("an entry that comes back to the list while the same is added is refused, or the new one is", async () => {
  const { patient, patientId } = await createTreatment();
  for (const name of ["Birch", "Hazel", "Alder", "Ash"]) {
    const [allergy, condition] = [
      await allergyOf(patient.actor, patientId, { substance: name }),
      await conditionOf(patient.actor, patientId, name),
    ];
    await changeAllergy(patient.actor, allergy.id, { status: "INACTIVE" });
    await changeCondition(patient.actor, condition.id, { status: "RESOLVED" });
    const allergies = await Promise.all([
      outcome(changeAllergy(patient.actor, allergy.id, { status: "ACTIVE" })),
      outcome(allergyOf(patient.actor, patientId, { substance: name.toUpperCase() })),
    ]);
    const conditions = await Promise.all([
      outcome(changeCondition(patient.actor, condition.id, { status: "ACTIVE" })),
      outcome(conditionOf(patient.actor, patientId, name.toUpperCase())),
    ]);
    for (const race of [allergies, conditions]) expect(race.sort()).toEqual(["already-exists", "ok"]);
  }
});

describe("each look and each change", () => {
  it("is in the audit trail with the patient and a purpose, and tells by ids only", async () => {
    const { patient, doctor, patientId } = await createTreatment();
    const proxy = await newProxy(patientId, { scope: "ALL" });
    const { id } = await allergyOf(proxy.actor, patientId);
    await changeAllergy(doctor.actor, id, { criticality: "LOW" });
    await findBackground(patient.actor, patientId);
    const entries = await db.auditEntry.findMany({
      where: { patientId },
      select: { action: true, purpose: true, actorUserId: true },
      orderBy: { position: "asc" },
    });
    expect(entries).toEqual([
      { action: "allergy.add", purpose: "PROXY", actorUserId: proxy.user.id },
      { action: "allergy.change", purpose: "TREATMENT", actorUserId: doctor.user.id },
      { action: "allergy.list", purpose: "PATIENT_REQUEST", actorUserId: patient.user.id },
      { action: "condition.list", purpose: "PATIENT_REQUEST", actorUserId: patient.user.id },
    ]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id }, orderBy: { sequence: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["allergy.recorded", "allergy.changed"]);
    expect(events[0]).toMatchObject({
      audience: [`record:${patientId}`, `doctor:${doctor.doctorId}`],
      refs: { allergyId: id, patientId },
    });
    expect(
      JSON.stringify(events, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value)),
    ).not.toMatch(/Penicillin|Rash/);
  });
});
