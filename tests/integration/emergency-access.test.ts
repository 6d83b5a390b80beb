import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { getDoctorPatient } from "@/lib/domain/appointments/list-doctor-patients";
import { listAccessesTo } from "@/lib/domain/audit/queries";
import { findBackground } from "@/lib/domain/background/queries";
import { endEmergencyAccess } from "@/lib/domain/emergency-access/end-emergency-access";
import { expireEmergencyAccess } from "@/lib/domain/emergency-access/expire-emergency-access";
import { openEmergencyAccess } from "@/lib/domain/emergency-access/open-emergency-access";
import { findOpenEmergency, listEmergenciesOf, listOwnEmergencies } from "@/lib/domain/emergency-access/queries";
import { MAX_A_DAY } from "@/lib/domain/emergency-access/rules";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { getEncounter } from "@/lib/domain/records/queries";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { answer, outcome } from "@/tests/support/outcome";
import { newProxy } from "./background-harness";
import { BORN, emergencyVisit, NAME, open, openedAgo, REASON } from "./emergency-access-harness";
import { ALL, share } from "./sharing-harness";
import { eventsOf } from "./stored-events";

let visit: Awaited<ReturnType<typeof emergencyVisit>>;
let patientId: string;

beforeAll(async () => {
  visit = await emergencyVisit();
  patientId = visit.patient.patient.id;
});

describe("a record opened in an emergency", () => {
  it("is read by that doctor, changed by no one more, and each look says why", async () => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    const read = () => outcome(getEncounter(doctor.actor, visit.appointmentId));
    expect(await read()).toBe("not-found");
    const { id, patientId: found, isOpen } = await open(doctor.actor);
    expect([found, isOpen]).toEqual([patientId, true]);
    expect(await read()).toBe("ok");
    expect(await outcome(listMeasurements(doctor.actor, patientId))).toBe("ok");
    expect(await findBackground(doctor.actor, patientId)).toMatchObject({ mayKeep: false });
    expect(await outcome(getEncounter(other.actor, visit.appointmentId))).toBe("not-found");
    expect(await getDoctorPatient(doctor.actor, patientId)).toMatchObject({
      phone: null,
      reading: { purpose: "EMERGENCY" },
    });
    const { items } = await listAccessesTo(visit.patient.actor, patientId, ALL);
    const looks = items.filter(({ who }) => who === doctor.doctor.name);
    expect([...new Set(looks.map(({ purpose, why }) => `${purpose}: ${why}`))]).toEqual(["EMERGENCY: in an emergency"]);
    expect(looks.map(({ what }) => what)).toContain("read the note");
    await endEmergencyAccess(doctor.actor, { id });
    expect(await read()).toBe("not-found");
    expect(await outcome(getDoctorPatient(doctor.actor, patientId))).toBe("not-found");
    expect(await eventsOf(id)).toEqual(["emergency-access.opened", "emergency-access.ended"]);
  });

  it("closes by the database's clock after four hours, and while the doctor isn't verified", async () => {
    const [late, suspended] = [await newDoctor(), await newDoctor()];
    const past = await openedAgo(late.actor, patientId, 4 * 60);
    const opened = await open(suspended.actor);
    await db.doctor.update({ where: { id: suspended.doctorId }, data: { verification: "SUSPENDED" } });
    for (const { actor } of [late, suspended])
      expect(await outcome(getEncounter(actor, visit.appointmentId))).toBe("not-found");
    expect(await findOpenEmergency(late.actor, patientId)).toBeNull();
    const expired = await Promise.all([expireEmergencyAccess(), expireEmergencyAccess()]);
    expect(expired[0] + expired[1]).toBe(1);
    expect(await eventsOf(past)).toEqual(["emergency-access.expired"]);
    expect(await eventsOf(opened.id)).toEqual(["emergency-access.opened"]);
    const { openedAt, endsAt } = opened;
    expect(Date.parse(endsAt) - Date.parse(openedAt)).toBe(4 * 3_600_000);
  });

  it("is found by the exact name and date of birth, and no answer tells who is a patient", async () => {
    const doctor = await newDoctor();
    const twin = { name: "Tilda Twin", bornOn: new Date("1970-05-05") };
    await db.patient.createMany({ data: [twin, twin] });
    const tries = [
      { name: NAME, bornOn: "1961-02-04" },
      { name: NAME.split(" ")[0]!, bornOn: BORN },
      { name: "Tilda Twin", bornOn: "1970-05-05" },
      { name: "Nora Nowhere", bornOn: BORN },
    ];
    const answers = await Promise.all(
      tries.map((one) => answer(openEmergencyAccess(doctor.actor, { ...one, reason: REASON }))),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "not-found" });
    expect((await open(doctor.actor, { name: "  ÈDITH  quarry-SMITH " })).patientId).toBe(patientId);
  });

  it("takes a verified doctor, isn't needed by who reads it, and is for a few a day", async () => {
    const [waiting, given, busy, person] = [
      await newDoctor({ over: { verification: "PENDING" } }),
      await newDoctor(),
      await newDoctor(),
      await newPatient(),
    ];
    await share(visit.patient.actor, { patientId, doctorId: given.doctorId });
    expect(await outcome(open(waiting.actor))).toBe("forbidden");
    expect(await outcome(open(person.actor))).toBe("not-found");
    expect(await outcome(open(given.actor))).toBe("already-exists");
    expect(await outcome(open(visit.doctor.actor))).toBe("already-exists");
    for (let count = 0; count < MAX_A_DAY; count++) await openedAgo(busy.actor, patientId, 5 * 60);
    expect(await outcome(open(busy.actor))).toBe("quota-reached");
    const forced = inTransaction(waiting.actor, (tx) =>
      tx.emergencyAccess.create({ data: { patientId, doctorId: waiting.doctorId } }),
    );
    expect(await outcome(forced)).toBe("not-found");
  });

  it("shows its reason to the doctor and the family, and keeps it out of events, audit and row-level security", async () => {
    const [doctor, other] = [await newDoctor(), await newDoctor()];
    const { id } = await open(doctor.actor);
    const reader = await newProxy(patientId, { scope: "READ" });
    const booker = await newProxy(patientId, { scope: "BOOK" });
    expect((await listOwnEmergencies(doctor.actor, ALL)).items).toMatchObject([{ id, reason: REASON, verdict: null }]);
    for (const { actor } of [visit.patient, reader]) {
      const { items } = await listEmergenciesOf(actor, patientId, ALL);
      expect(items.find((one) => one.id === id)).toMatchObject({ reason: REASON, doctorName: doctor.doctor.name });
    }
    for (const { actor } of [booker, other])
      expect(await outcome(listEmergenciesOf(actor, patientId, ALL))).toBe("not-found");
    expect(await outcome(endEmergencyAccess(other.actor, { id }))).toBe("not-found");
    const seen = await inTransaction(other.actor, (tx) => tx.emergencyText.count({ where: { accessId: id } }));
    expect(seen).toBe(0);
    const kept = JSON.stringify([
      await db.domainEvent.findMany({ where: { aggregateId: id }, select: { refs: true, audience: true } }),
      await db.auditEntry.findMany({ where: { subjectId: id }, select: { details: true, action: true } }),
    ]);
    expect(kept).toContain("emergency-access.open");
    expect(kept).not.toContain(REASON);
    expect(kept).not.toContain("Quarry");
  });
});
