import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { getDoctorPatient, listDoctorPatients } from "@/lib/domain/appointments/list-doctor-patients";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { findBackground, getAllergy, listAllergies } from "@/lib/domain/background/queries";
import { recordLook } from "@/lib/domain/patients/record-look";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { getTreatedNote, listCurrentMedicines, listTreatedNotes } from "@/lib/domain/records/list-treated";
import { getEncounter } from "@/lib/domain/records/queries";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { listGrants } from "@/lib/domain/sharing/queries";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { allergyOf } from "./background-harness";
import { signedVisit } from "./encounter-harness";
import { ALL, share } from "./sharing-harness";

type Visit = Awaited<ReturnType<typeof signedVisit>>;
let visit: Visit;
let patientId: string;
let allergyId: string;

beforeAll(async () => {
  visit = await signedVisit();
  patientId = visit.patient.patient.id;
  allergyId = (await allergyOf(visit.patient.actor, patientId)).id;
});

/** Whether someone reads the background, and the notes, in the policies and in row-level security alike. */
async function reads(actor: Actor) {
  const background = await Promise.all([
    outcome(listAllergies(actor, patientId)),
    outcome(getAllergy(actor, allergyId)),
    findBackground(actor, patientId).then((found) => (found ? "ok" : "not-found")),
  ]);
  const notes = await Promise.all([
    outcome(getEncounter(actor, visit.appointmentId)),
    outcome(getTreatedNote(actor, visit.appointmentId)),
    outcome(listTreatedNotes(actor, patientId, ALL)),
    outcome(listCurrentMedicines(actor, patientId, new Date())),
    outcome(listMeasurements(actor, patientId)),
  ]);
  const rows = await inTransaction(actor, async (tx) => [
    await tx.allergy.count({ where: { patientId } }),
    await tx.encounter.count({ where: { patientId } }),
    await tx.observation.count({ where: { patientId } }),
  ]);
  return { background: [...new Set(background)], notes: [...new Set(notes)], rows: rows.map((count) => count > 0) };
}

const ALL_OF_IT = { background: ["ok"], notes: ["ok"], rows: [true, true, true] };
const BACKGROUND_ONLY = { background: ["ok"], notes: ["not-found"], rows: [true, false, false] };
const NOTHING = { background: ["not-found"], notes: ["not-found"], rows: [false, false, false] };

describe("a record shared with a doctor", () => {
  it("is read by that doctor from then until it is ended, and by no other", async () => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    expect(await reads(doctor.actor)).toEqual(NOTHING);
    const { id } = await share(visit.patient.actor, { patientId, doctorId: doctor.doctorId });
    expect(await reads(doctor.actor)).toEqual(ALL_OF_IT);
    expect(await reads(other.actor)).toEqual(NOTHING);
    expect(await getDoctorPatient(doctor.actor, patientId)).toMatchObject({
      phone: null,
      hasVisits: false,
      reading: { purpose: "SHARED", coversNotes: true, until: null },
    });
    expect((await listDoctorPatients(doctor.actor, {}, ALL)).items.map((one) => one.id)).toEqual([patientId]);
    await endGrant(visit.patient.actor, { patientId, id });
    expect(await reads(doctor.actor)).toEqual(NOTHING);
    expect(await outcome(getDoctorPatient(doctor.actor, patientId))).toBe("not-found");
    expect((await listDoctorPatients(doctor.actor, {}, ALL)).items).toEqual([]);
  });

  it("is allergies and conditions alone where only those are shared, and changed in neither case", async () => {
    const [some, all] = [await newDoctor(), await newDoctor()];
    await share(visit.patient.actor, { patientId, doctorId: some.doctorId, scope: "BACKGROUND" });
    await share(visit.patient.actor, { patientId, doctorId: all.doctorId });
    expect(await reads(some.actor)).toEqual(BACKGROUND_ONLY);
    for (const { actor } of [some, all]) {
      expect(await findBackground(actor, patientId)).toMatchObject({ mayKeep: false });
      expect(await outcome(allergyOf(actor, patientId, { substance: "Nuts" }))).toBe("not-found");
    }
  });

  it("ends by the database's clock after the last day, and rests while the doctor isn't verified", async () => {
    const [late, suspended] = [await newDoctor(), await newDoctor()];
    await share(visit.patient.actor, { patientId, doctorId: suspended.doctorId });
    const past = { expiresAt: new Date(Date.now() - 1000), grantedById: visit.patient.user.id } as const;
    await inTransaction(visit.patient.actor, (tx) =>
      tx.recordGrant.create({ data: { patientId, doctorId: late.doctorId, scope: "RECORD", ...past } }),
    );
    await db.doctor.update({ where: { id: suspended.doctorId }, data: { verification: "SUSPENDED" } });
    expect([await reads(late.actor), await reads(suspended.actor)]).toEqual([NOTHING, NOTHING]);
    const { items } = await listGrants(visit.patient.actor, patientId, ALL);
    const stateOf = (doctorId: string) => items.find((grant) => grant.doctorId === doctorId)?.state;
    expect([stateOf(late.doctorId), stateOf(suspended.doctorId)]).toEqual(["ENDED", "PAUSED"]);
    await db.doctor.update({ where: { id: suspended.doctorId }, data: { verification: "VERIFIED" } });
    expect(await reads(suspended.actor)).toEqual(ALL_OF_IT);
  });

  it("is missing, and nothing of it is answered, when it is ended while it is being read", async () => {
    const doctor = await newDoctor();
    const { id } = await share(visit.patient.actor, { patientId, doctorId: doctor.doctorId });
    const reading = inTransaction(doctor.actor, async (tx) => {
      const found = await tx.encounter.count({ where: { patientId } });
      await endGrant(visit.patient.actor, { patientId, id });
      await recordLook(tx, doctor.actor, "encounter.list", patientId);
      return found;
    });
    expect(await outcome(reading)).toBe("not-found");
    const looks = await db.auditEntry.count({ where: { patientId, actorUserId: doctor.user.id } });
    expect(looks).toBe(0);
  });

  it("shows the patient each look, with its purpose in words", async () => {
    const [doctor, own] = [await newDoctor(), await newPatient()];
    const { patient } = visit;
    await share(patient.actor, { patientId, doctorId: doctor.doctorId });
    await getEncounter(doctor.actor, visit.appointmentId);
    await listAllergies(doctor.actor, patientId);
    const { items } = await listAccessesTo(patient.actor, patientId, ALL);
    const theirs = items.filter(({ who }) => who === doctor.doctor.name);
    expect(theirs.map(({ what, purpose, why }) => [what, purpose, why])).toEqual([
      ["opened the list of allergies", "SHARED", "because you shared your record with them"],
      ["read the note", "SHARED", "because you shared your record with them"],
    ]);
    expect(await outcome(listAccessesTo(own.actor, patientId, ALL))).toBe("not-found");
  });
});
