import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { searchPatients, searchSimilarPatients } from "@/lib/domain/front-desk/search-patients";
import { listDuplicates, listMerges } from "@/lib/domain/merges/queries";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { isKnownPatient } from "@/lib/domain/patients/require-known-patient";
import { registerPatient } from "@/lib/domain/registrations/register-patient";
import { registerInput } from "@/lib/domain/registrations/schema";
import { db } from "@/lib/platform/db/db";
import { newPatient, newStaff } from "@/tests/support/actors";
import { createHospital } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { merged, newRecord, openDesk, readEverything, type Desk } from "./merges-harness";

let at: Desk;
let elsewhere: Desk;
readEverything();
beforeAll(async () => {
  [at, elsewhere] = [await openDesk(), await openDesk()];
});

let count = 0;
/** No two are alike: each was born in another year. */
function someone(over: object = {}) {
  count += 1;
  return { name: `Orla Winterbourne ${count}`, bornOn: `${1930 + count}-11-05`, ...over };
}
const register = (input: object, actor: Actor = at.desk, hospitalId = at.hospitalId) =>
  registerPatient(actor, registerInput.parse({ isNew: true, ...input, hospitalId }));

describe("registering a patient", () => {
  it("makes them known to this hospital and no other, without a visit, an account or a message", async () => {
    const patient = someone({ phone: "+49 30 5550142" });
    const before = [await db.user.count(), await db.message.count()];
    const made = await register({ patient, recordNumber: "M-4711", email: "Orla@Example.org", language: "de" });
    expect(made).toMatchObject({
      hospitalId: at.hospitalId,
      patient: { name: patient.name, bornOn: patient.bornOn, phone: "+49305550142" },
      recordNumber: "M-4711",
      email: "orla@example.org",
      language: "de",
    });
    const { id } = made.patient;
    expect(await isKnownPatient({ hospitalId: at.hospitalId }, id)).toBe(true);
    expect(await isKnownPatient({ hospitalId: elsewhere.hospitalId }, id)).toBe(false);
    expect(await isKnownPatient({ doctorId: at.doctor.doctorId }, id)).toBe(false);
    for (const search of [searchPatients, searchSimilarPatients]) {
      const found = async ({ desk, hospitalId }: Desk) => search(desk, { hospitalId, name: patient.name });
      expect(await found(at)).toMatchObject([{ id, bornOn: patient.bornOn, lastVisitOn: null }]);
      expect(await found(elsewhere)).toEqual([]);
    }
    expect([await db.user.count(), await db.message.count()]).toEqual(before);
  });

  it("leaves an entry in the audit trail and one event, without a name or a number", async () => {
    const made = await register({ patient: someone(), recordNumber: "A 88123" });
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { action: "patient.register", subjectId: made.patient.id },
    });
    expect(entry).toMatchObject({ hospitalId: at.hospitalId, patientId: made.patient.id, details: {} });
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: made.id } });
    expect(event).toMatchObject({ type: "registration.added", audience: [`hospital:${at.hospitalId}`] });
    expect(JSON.stringify([event.refs, event.audience])).not.toMatch(/Orla|88123/);
  });

  it("is for the hospital's staff", async () => {
    const manager = (await newStaff(at.hospitalId, "MANAGER")).actor;
    const patient = () => ({ patient: someone() });
    expect(await outcome(register(patient(), manager))).toBe("ok");
    for (const actor of [elsewhere.desk, at.doctor.actor, (await newPatient()).actor])
      expect(await outcome(register(patient(), actor))).toBe("not-found");
  });

  it("registers someone the hospital already knows, but only once", async () => {
    const patientId = await newRecord(at, { name: someone().name });
    expect(await outcome(register({ patientId }, elsewhere.desk, elsewhere.hospitalId))).toBe("not-found");
    expect(await register({ patientId, recordNumber: "K-1" })).toMatchObject({ patient: { id: patientId } });
    expect(await outcome(register({ patientId }))).toBe("already-exists");
  });

  it("refuses a record number that another patient has, in any spelling, and creates no one", async () => {
    await register({ patient: someone(), recordNumber: "Ab 12-7" });
    const patient = someone();
    const again = register({ patient, recordNumber: "aB  12-7" });
    await expect(again).rejects.toMatchObject({ code: "already-exists", fields: [{ path: "recordNumber" }] });
    expect(await db.patient.count({ where: { name: patient.name } })).toBe(0);
    expect(await outcome(register({ patient, recordNumber: "Ab 12-7" }, elsewhere.desk, elsewhere.hospitalId))).toBe(
      "ok",
    );
  });

  it("stops before someone who resembles a patient of the hospital, until told that it is someone else", async () => {
    const { name } = someone();
    await register({ patient: { name, bornOn: "1970-02-03" } });
    const similar = { patient: { name: name.toUpperCase(), bornOn: "1970-02-03" }, isNew: false };
    await expect(register(similar)).rejects.toMatchObject({ code: "conflict", extra: { reason: "likely-known" } });
    expect(await outcome(register(similar, elsewhere.desk, elsewhere.hospitalId))).toBe("ok");
    expect(await outcome(register({ ...similar, isNew: true }))).toBe("ok");
    expect(await outcome(register({ patient: { name, bornOn: "1985-08-09" }, isNew: false }))).toBe("ok");
  });

  it("tells the second of two who register one person at once", async () => {
    const patient = someone();
    const both = await Promise.all([1, 2].map(() => outcome(register({ patient, isNew: false }))));
    expect(both.sort()).toEqual(["conflict", "ok"]);
  });
});

describe("a registered patient", () => {
  it("is among the likely duplicates, and keeps both record numbers through a merge and its undo", async () => {
    const patient = someone();
    const [one, other] = [
      await register({ patient, recordNumber: `N-${count}-1` }),
      await register({ patient, recordNumber: `N-${count}-2` }),
    ];
    const listed = await listDuplicates(at.desk, at.hospitalId, { status: "open", limit: 100 });
    const ids = [one.patient.id, other.patient.id];
    expect(listed.items.filter(({ records }) => records.every(({ id }) => ids.includes(id)))).toHaveLength(1);
    const owners = async () => {
      const rows = await db.registration.findMany({
        where: { patientId: { in: ids } },
        orderBy: { recordNumber: "asc" },
      });
      return rows.map(({ patientId }) => patientId);
    };
    const { id } = await merged(at.desk, one.patient.id, other.patient.id);
    expect(await owners()).toEqual([other.patient.id, other.patient.id]);
    expect(await isKnownPatient({ hospitalId: at.hospitalId }, one.patient.id)).toBe(false);
    await undoMerge(at.desk, id);
    expect(await owners()).toEqual(ids);
  });

  it("counts as added since a merge, when it was, and stays with the record that was kept", async () => {
    const { name } = someone();
    const [source, survivor] = [await newRecord(at, { name }), await newRecord(at, { name })];
    const made = await merged(at.desk, source, survivor);
    const addedSince = async () =>
      (await listMerges(at.desk, at.hospitalId, { limit: 50 })).items.find(({ id }) => id === made.id)?.addedSince;
    expect(await addedSince()).toBe(0);
    await register({ patientId: survivor, recordNumber: "Z-1" });
    await db.registration.create({ data: { hospitalId: elsewhere.hospitalId, patientId: survivor } });
    expect(await addedSince()).toBe(1);
    await undoMerge(at.desk, made.id);
    const rows = await db.registration.findMany({ where: { patientId: { in: [source, survivor] } } });
    expect(rows.map(({ patientId }) => patientId)).toEqual([survivor, survivor]);
  });

  it("never becomes another patient's but by a merge", async () => {
    const made = await register({ patient: someone() });
    const { id } = await db.patient.create({ data: { name: "Someone Else" } });
    const change = db.registration.update({ where: { id: made.id }, data: { patientId: id } });
    await expect(change).rejects.toThrow("never changes, but by a merge");
  });

  it("moves at all hospitals, which hear of it", async () => {
    const patient = someone();
    const hospital = await createHospital();
    const [source, survivor] = [await register({ patient }), await register({ patient })];
    await db.registration.create({
      data: { hospitalId: hospital.id, patientId: source.patient.id, recordNumber: "7" },
    });
    const made = await merged(at.desk, source.patient.id, survivor.patient.id);
    const event = await db.domainEvent.findFirstOrThrow({
      where: { aggregateId: survivor.patient.id, type: "patient.merged" },
    });
    expect(event.audience).toContain(`hospital:${hospital.id}`);
    expect(await isKnownPatient({ hospitalId: hospital.id }, survivor.patient.id)).toBe(true);
    await undoMerge(at.desk, made.id);
  });
});
