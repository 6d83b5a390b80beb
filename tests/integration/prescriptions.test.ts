import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { readCode } from "@/lib/domain/prescriptions/rules";
import { verifyCode } from "@/lib/domain/prescriptions/verify-code";
import { withdrawPrescription } from "@/lib/domain/prescriptions/withdraw-prescription";
import { listOwnMedicines, loadMedicines } from "@/lib/domain/records/list-medicines";
import { listCurrentMedicines } from "@/lib/domain/records/list-treated";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { newProxy, newTreatingDoctor } from "./background-harness";
import { FOUND, NOTE, signedVisit, startedVisit } from "./encounter-harness";

const WHY = { reason: "The dose was wrong" };

/** The code of a visit's prescription, as the patient holds it in their hand. */
async function prescribed() {
  const visit = await signedVisit();
  const { code } = await openPrescription(visit.patient.actor, visit.appointmentId);
  return { ...visit, patientId: visit.patient.patient.id, code: code! };
}

describe("a prescription", () => {
  it("says whose it is, who prescribed, and each medicine whole", async () => {
    const { patient, doctor, appointmentId } = await prescribed();
    await db.patient.update({ where: { id: patient.patient.id }, data: { bornOn: new Date("1980-02-29") } });
    await db.doctor.update({ where: { id: doctor.doctorId }, data: { registrationNumber: `R-${doctor.doctorId}` } });
    const shown = await openPrescription(patient.actor, appointmentId);
    expect(shown).toMatchObject({
      patient: { name: patient.patient.name, bornOn: "1980-02-29" },
      doctor: { registrationNumber: `R-${doctor.doctorId}` },
      medicines: FOUND.prescriptions,
      withdrawn: null,
    });
    expect(shown.code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-?){4}$/);
    expect(shown.verifyAt).toMatch(new RegExp(`/prescriptions#${readCode(shown.code ?? "") ?? "none"}$`));
  });

  it("keeps its code: for the patient, for the doctor, and when both open it at once", async () => {
    const { patient, doctor, appointmentId } = await signedVisit();
    const actors = [patient.actor, doctor.actor, patient.actor, doctor.actor];
    const codes = await Promise.all(actors.map(async (actor) => (await openPrescription(actor, appointmentId)).code));
    expect(new Set(codes).size).toBe(1);
    expect((await openPrescription(patient.actor, appointmentId)).code).toBe(codes[0]);
  });

  it("is there for those who read the record, and for no one else", async () => {
    const { patient, appointmentId, patientId } = await prescribed();
    const open = async (actor: Parameters<typeof openPrescription>[0]) =>
      outcome(openPrescription(actor, appointmentId));
    expect(await open(patient.actor)).toBe("ok");
    expect(await open((await newProxy(patientId, { scope: "READ" })).actor)).toBe("ok");
    expect(await open((await newProxy(patientId, { scope: "BOOK" })).actor)).toBe("not-found");
    expect(await open((await newPatient()).actor)).toBe("not-found");
    expect(await open((await newDoctor()).actor)).toBe("not-found");
    // A colleague who treats the patient reads the note, but hands out no prescription of another's.
    expect(await open((await newTreatingDoctor(patientId)).actor)).toBe("not-found");
  });

  it("is not there before the note is signed, nor when nothing was prescribed", async () => {
    const draft = await startedVisit();
    expect(await outcome(openPrescription(draft.doctor.actor, draft.appointmentId))).toBe("not-found");
    const parts = { ...FOUND, prescriptions: [] };
    await completeVisit(draft.doctor.actor, { appointmentId: draft.appointmentId, note: NOTE, parts, version: 1 });
    expect(await outcome(openPrescription(draft.doctor.actor, draft.appointmentId))).toBe("not-found");
  });

  it("leaves a line in the access log each time it is opened", async () => {
    const { patient, doctor, appointmentId, patientId } = await prescribed();
    await openPrescription(doctor.actor, appointmentId);
    const { items } = await listAccessesTo(patient.actor, patientId, { limit: 20 });
    const told = items.flatMap(({ entries, isYou }) => entries.map(({ what }) => [what, isYou]));
    expect(told).toContainEqual(["opened the prescription", true]);
    expect(told).toContainEqual(["opened the prescription", false]);
  });
});

describe("a verification code", () => {
  it("is valid as it was issued, however it is typed", async () => {
    const { code } = await prescribed();
    for (const typed of [code, code.toLowerCase(), code.replaceAll("-", " "), ` ${code.replaceAll("0", "O")} `])
      expect(await verifyCode(typed)).toEqual({ valid: true });
  });

  it("is invalid in any other form, and when it is none", async () => {
    const { code } = await prescribed();
    const other = code.startsWith("7") ? `8${code.slice(1)}` : `7${code.slice(1)}`;
    for (const typed of [other, "", "no code", code.slice(1), `${code}0`, "'; DROP TABLE x; --"])
      expect(await verifyCode(typed)).toEqual({ valid: false });
  });

  it("can neither be read nor made by who has only the database", async () => {
    const { encounter, code, patient } = await prescribed();
    const plain = readCode(code)!;
    const stored = await inTransaction(patient.actor, (tx) =>
      tx.prescriptionDocument.findUniqueOrThrow({ where: { encounterId: encounter.id } }),
    );
    expect(JSON.stringify(stored)).not.toContain(plain);
    const digests = (["hex", "base64", "base64url"] as const).map((as) =>
      createHash("sha256").update(plain).digest(as),
    );
    expect(digests).not.toContain(stored.codeDigest);
    const others = [(await newPatient()).actor, (await newDoctor()).actor];
    for (const actor of others) expect(await inTransaction(actor, (tx) => tx.prescriptionDocument.count())).toBe(0);
    expect(await db.prescriptionDocument.count()).toBe(0);
  });

  it("moved to another prescription opens nothing", async () => {
    const [one, other] = [await prescribed(), await prescribed()];
    const move = inTransaction(one.doctor.actor, (tx) =>
      tx.prescriptionDocument.update({
        where: { encounterId: one.encounter.id },
        data: { sealedCode: other.code },
      }),
    );
    await move;
    const again = await openPrescription(one.patient.actor, one.appointmentId);
    expect(again.code).not.toBe(one.code);
    expect(await verifyCode(again.code ?? "")).toEqual({ valid: true });
    expect(await verifyCode(one.code)).toEqual({ valid: false });
  });
});

describe("withdrawing a prescription", () => {
  it("makes its code invalid for good, and says why", async () => {
    const { doctor, patient, appointmentId, code } = await prescribed();
    await withdrawPrescription(doctor.actor, { appointmentId, ...WHY });
    expect(await verifyCode(code)).toEqual({ valid: false });
    const shown = await openPrescription(patient.actor, appointmentId);
    expect(shown).toMatchObject({ code: null, withdrawn: WHY });
    expect(shown.verifyAt).not.toContain("#");
    expect(await outcome(withdrawPrescription(doctor.actor, { appointmentId, ...WHY }))).toBe("invalid-transition");
  });

  it("is for its doctor alone, whoever asks", async () => {
    const { patient, appointmentId, patientId, encounter, code } = await prescribed();
    const others = [patient.actor, (await newDoctor()).actor, (await newTreatingDoctor(patientId)).actor];
    for (const actor of others)
      expect(await outcome(withdrawPrescription(actor, { appointmentId, ...WHY }))).toBe("not-found");
    const around = inTransaction(patient.actor, (tx) =>
      tx.prescriptionDocument.update({
        where: { encounterId: encounter.id },
        data: { withdrawnAt: new Date(), withdrawnReason: "Mine" },
      }),
    );
    expect(await outcome(around)).not.toBe("ok");
    expect(await verifyCode(code)).toEqual({ valid: true });
  });

  it("happens once, of two clicks at the same moment", async () => {
    const { doctor, appointmentId } = await prescribed();
    const both = [1, 2].map(() => outcome(withdrawPrescription(doctor.actor, { appointmentId, ...WHY })));
    expect((await Promise.all(both)).toSorted()).toEqual(["invalid-transition", "ok"]);
  });

  it("notifies the patient, and takes the medicines off what they still take", async () => {
    const { doctor, patient, appointmentId, patientId, encounter } = await prescribed();
    await createAppointment({ doctorId: doctor.doctorId, patientId }, { status: "CONFIRMED" });
    const counts = async () => [
      (await loadMedicines(doctor.actor, patientId)).current.length,
      (await listCurrentMedicines(doctor.actor, patientId, new Date())).length,
    ];
    expect(await counts()).toEqual([1, 1]);
    await withdrawPrescription(doctor.actor, { appointmentId, ...WHY });
    expect(await counts()).toEqual([0, 0]);
    const { items } = await listOwnMedicines(patient.actor, { patientIds: [patientId] }, { limit: 5 });
    expect(items.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true]);
    const event = await db.domainEvent.findFirstOrThrow({
      where: { type: "prescription.withdrawn", aggregateId: encounter.id },
    });
    expect(event.audience).toContain(`record:${patientId}`);
  });
});
