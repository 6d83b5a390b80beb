import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeAllergy } from "@/lib/domain/background/change-allergy";
import { addDocument } from "@/lib/domain/documents/add-document";
import { withdrawPrescription } from "@/lib/domain/prescriptions/withdraw-prescription";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { listTimeline } from "@/lib/domain/timeline/queries";
import { TIMELINE_TYPES, TYPES_OF, UNCLINICAL_KINDS, type TimelineKind } from "@/lib/domain/timeline/status";
import { timelineOf } from "@/lib/domain/timeline/statements";
import { db } from "@/lib/platform/db/db";
import { actorOf, newDoctor, newPatient } from "@/tests/support/actors";
import { createAmbulance, createAppointment, createBed, createHospital } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";
import { allergyOf, conditionOf, newProxy } from "./background-harness";
import { openedAgo } from "./emergency-access-harness";
import { signedVisit } from "./encounter-harness";
import { share } from "./sharing-harness";

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);

/** A patient to whom everything a timeline tells has happened once. */
async function eventfulLife() {
  const { patient, doctor, appointmentId } = await signedVisit();
  const { actor } = patient;
  const patientId = patient.patient.id;
  await withdrawPrescription(doctor.actor, { appointmentId, reason: "Wrong strength" });
  await allergyOf(actor, patientId);
  await conditionOf(actor, patientId);
  const facts = { title: "Letter from the eye clinic", kind: "LETTER", datedOn: "2026-05-03" } as const;
  await addDocument(actor, { patientId, file: asFile(pdf()), ...facts });
  const grant = await share(actor, { patientId, doctorId: (await newDoctor()).doctorId });
  await endGrant(actor, { patientId, id: grant.id });
  await openedAgo((await newDoctor()).actor, patientId, 90);
  const { id: hospitalId } = await createHospital();
  const { id: bedId } = await createBed(hospitalId);
  const stay = { startsAt: ago(48), admittedAt: ago(48), dischargedAt: ago(24), endsAt: ago(24) };
  await db.bedBooking.create({
    data: { hospitalId, patientId, wardKind: "GENERAL", status: "DISCHARGED", bedId, ...stay },
  });
  const { id: ambulanceId } = await createAmbulance(hospitalId);
  const asked = { pickupLatitude: 1, pickupLongitude: 1, contactName: "Asha", contactPhone: "+4930555010" };
  const sent = { hospitalId, ambulanceId, dispatchedAt: ago(49), arrivedAt: ago(48) };
  const who = { patientId, requestedByUserId: patient.user.id };
  await db.ambulanceBooking.create({ data: { ...asked, ...sent, ...who, kind: "BASIC", status: "COMPLETED" } });
  return { patient, doctor, patientId, appointmentId, actor: await actorOf(patient.user) };
}

let life: Awaited<ReturnType<typeof eventfulLife>>;
beforeAll(async () => {
  life = await eventfulLife();
});

const typesFor = async (actor: Actor, kind?: TimelineKind) =>
  (await listTimeline(actor, { patientIds: [life.patientId], kind }, { limit: 100 })).items.map(({ type }) => type);
const looks = (userId: string) =>
  db.auditEntry.findMany({
    where: { actorUserId: userId, patientId: life.patientId, action: "encounter.timeline" },
    select: { purpose: true },
  });

describe("a timeline", () => {
  it("tells everything that happened, the latest first, with what each entry needs", async () => {
    const { items } = await listTimeline(life.actor, { patientIds: [life.patientId] }, { limit: 100 });
    expect(items.map(({ type }) => type).toSorted()).toEqual([...TIMELINE_TYPES].toSorted());
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const of = (type: string) => items.find((one) => one.type === type);
    const doctorName = life.doctor.doctor.name;
    const { appointmentId } = life;
    expect(of("VISIT")).toMatchObject({ id: appointmentId, appointmentId, status: "COMPLETED", doctorName });
    expect(of("MEASURED")).toMatchObject({ appointmentId, count: 2, doctorName });
    expect(of("PRESCRIBED")).toMatchObject({ appointmentId, count: 1, doctorName });
    expect(of("ALLERGY")).toMatchObject({ title: "Penicillin", status: "ACTIVE", doctorName: null });
    expect(of("DOCUMENT")).toMatchObject({ title: "Letter from the eye clinic", datedOn: "2026-05-03" });
    expect(of("STAY")?.until).not.toBeNull();
  });

  it("is narrowed to one kind", async () => {
    for (const [kind, types] of Object.entries(TYPES_OF))
      expect((await typesFor(life.actor, kind as TimelineKind)).toSorted()).toEqual([...types].toSorted());
  });

  it("is read page by page, each entry once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTimeline(life.actor, { patientIds: [life.patientId] }, { limit: 2, cursor });
      seen.push(...page.items.map(({ type }) => type));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await typesFor(life.actor));
  });

  it("tells entries of one moment once each, too", async () => {
    const { actor, patient } = await newPatient();
    const at = ago(5);
    for (let one = 0; one < 3; one++) {
      await inTransaction(actor, async (tx) => {
        const data = { patientId: patient.id, recordedAs: "PATIENT", changedAs: "PATIENT", recordedAt: at } as const;
        await tx.condition.create({ data: { ...data, name: `Illness ${one}` } });
        await tx.allergy.create({ data: { ...data, substance: `Thing ${one}`, category: "FOOD" } });
      });
    }
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await listTimeline(actor, { patientIds: [patient.id] }, { limit: 1, cursor });
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(6);
  });

  it("leaves out what is yet to come, was called off or recorded by mistake", async () => {
    const { actor, patient } = await newPatient();
    const { doctorId } = await newDoctor();
    const of = { doctorId, patientId: patient.id };
    await createAppointment(of, { status: "CONFIRMED" });
    await createAppointment(of, { status: "CANCELLED", startsAt: ago(30) });
    const { id } = await allergyOf(actor, patient.id);
    await changeAllergy(actor, id, { status: "ENTERED_IN_ERROR" });
    expect(await listTimeline(actor, { patientIds: [patient.id] }, { limit: 9 })).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe("who sees a timeline", () => {
  it("depends on the scope, and a look at the record is logged with its purpose", async () => {
    const unclinical = UNCLINICAL_KINDS.flatMap((kind) => TYPES_OF[kind]);
    const [books, reads, all] = await Promise.all(
      (["BOOK", "READ", "ALL"] as const).map((scope) => newProxy(life.patientId, { scope })),
    );
    expect((await typesFor(books!.actor)).toSorted()).toEqual([...unclinical].toSorted());
    expect(await looks(books!.user.id)).toEqual([]);
    const read = TIMELINE_TYPES.filter((type) => type !== "STAY" && type !== "AMBULANCE");
    expect((await typesFor(reads!.actor)).toSorted()).toEqual([...read].toSorted());
    expect(await looks(reads!.user.id)).toEqual([{ purpose: "PROXY" }]);
    expect((await typesFor(all!.actor)).toSorted()).toEqual([...TIMELINE_TYPES].toSorted());
    expect(await typesFor(all!.actor, "VISIT")).toEqual(["VISIT"]);
    expect(await looks(all!.user.id)).toEqual([{ purpose: "PROXY" }]);
  });

  it("is no one else, in PostgreSQL too where it is clinical", async () => {
    const people = [{ patientId: life.patientId, books: true, reads: true }];
    for (const { actor } of [await newPatient(), await newDoctor(), life.doctor, { actor: SYSTEM_ACTOR }])
      expect(await outcome(typesFor(actor))).toBe("not-found");
    const { actor } = await newPatient();
    const types = TIMELINE_TYPES.filter((type) => /^(MEASURED|PRESC|ALLERGY|CONDITION|DOCUMENT)/.test(type));
    const rows = await inTransaction(actor, (tx) => timelineOf(tx, { people, types, after: null, take: 100 }));
    expect(rows).toEqual([]);
  });

  it("shows several people together, and none of them when one isn't theirs", async () => {
    const other = await newPatient();
    const patientIds = [life.patientId, other.patient.id];
    expect(await outcome(listTimeline(life.actor, { patientIds }, { limit: 9 }))).toBe("not-found");
    await allergyOf(other.actor, other.patient.id);
    await db.patientAccess.create({
      data: { userId: life.patient.user.id, patientId: other.patient.id, relation: "SPOUSE", scope: "READ" },
    });
    const both = await listTimeline(await actorOf(life.patient.user), { patientIds }, { limit: 100 });
    expect(both.items.filter(({ type }) => type === "ALLERGY").map(({ patientId }) => patientId)).toEqual([
      other.patient.id,
      life.patientId,
    ]);
  });
});
