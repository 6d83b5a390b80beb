import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { changeAllergy } from "@/lib/domain/background/change-allergy";
import { changeCondition } from "@/lib/domain/background/change-condition";
import { keptBy, readableBy } from "@/lib/domain/background/policy";
import {
  findBackground,
  getAllergy,
  getCondition,
  listAllergies,
  listConditions,
} from "@/lib/domain/background/queries";
import { stateNoAllergies } from "@/lib/domain/background/state-no-allergies";
import { unsafeListUsersBehind } from "@/lib/domain/notifications/queries";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { allergyOf, conditionOf, createTreatment, newProxy, newTreatingDoctor } from "./background-harness";

/** Who reads and who keeps the background of one patient, by the rules of docs/domain.md §6. */
async function createReaders() {
  const { patient, doctor, patientId } = await createTreatment();
  const former = await newTreatingDoctor(patientId, 31);
  const [allergy, condition] = [await allergyOf(patient.actor, patientId), await conditionOf(patient.actor, patientId)];
  const cast = await createCast();
  const readers: Record<string, { actor: Actor; reads: boolean; keeps: boolean }> = {
    patient: { actor: patient.actor, reads: true, keeps: true },
    "who does all for them": { ...(await newProxy(patientId, { scope: "ALL" })), reads: true, keeps: true },
    "who reads for them": { ...(await newProxy(patientId, { scope: "READ" })), reads: true, keeps: false },
    "who books for them": { ...(await newProxy(patientId, { scope: "BOOK" })), reads: false, keeps: false },
    "whose right has ended": {
      ...(await newProxy(patientId, { scope: "ALL", expiresAt: new Date(Date.now() - 1000) })),
      reads: false,
      keeps: false,
    },
    "their doctor": { actor: doctor.actor, reads: true, keeps: true },
    "another doctor": { actor: cast.doctor.actor, reads: false, keeps: false },
    "the doctor of 31 days ago": { actor: former.actor, reads: false, keeps: false },
    "another patient": { actor: cast.patient.actor, reads: false, keeps: false },
    "a manager": { actor: cast.manager.actor, reads: false, keeps: false },
    "an administrator": { actor: cast.admin.actor, reads: false, keeps: false },
    "the platform": { actor: cast.system.actor, reads: false, keeps: false },
  };
  return { readers, patientId, allergy, condition };
}

describe("a patient's allergies and conditions", () => {
  it("are read and kept by those who may, and not there for anyone else", async () => {
    const { readers, patientId, allergy, condition } = await createReaders();
    for (const [who, { actor, reads, keeps }] of Object.entries(readers)) {
      const [toRead, toKeep] = [reads ? "ok" : "not-found", keeps ? "ok" : "not-found"];
      const looks = [
        listAllergies(actor, patientId),
        listConditions(actor, patientId),
        getAllergy(actor, allergy.id),
        getCondition(actor, condition.id),
      ];
      expect(await Promise.all(looks.map(outcome)), who).toEqual(Array(4).fill(toRead));
      expect((await findBackground(actor, patientId)) !== null, who).toBe(reads);
      expect(await outcome(allergyOf(actor, patientId, { substance: `Of ${who}` })), who).toBe(toKeep);
      expect(await outcome(conditionOf(actor, patientId, `Of ${who}`)), who).toBe(toKeep);
      expect(await outcome(changeAllergy(actor, allergy.id, { reaction: `Of ${who}` })), who).toBe(toKeep);
      expect(await outcome(changeCondition(actor, condition.id, { onset: "2020" })), who).toBe(toKeep);
      const stated = await outcome(stateNoAllergies(actor, { patientId }));
      expect(stated, who).toBe(keeps ? "invalid-transition" : "not-found");
    }
  });

  it("are guarded by row-level security in the same way", async () => {
    const { readers, patientId, allergy } = await createReaders();
    for (const [who, { actor, reads, keeps }] of Object.entries(readers)) {
      const policies = await inTransaction(actor, async (tx) => [
        await tx.patient.count({ where: { AND: [{ id: patientId }, readableBy(actor)] } }),
        await tx.patient.count({ where: { AND: [{ id: patientId }, keptBy(actor)] } }),
      ]);
      expect(policies, who).toEqual([Number(reads), Number(keeps)]);
      const seen = await inTransaction(actor, async (tx) => [
        (await tx.allergy.count({ where: { patientId } })) > 0,
        (await tx.condition.count({ where: { patientId } })) > 0,
        (await tx.backgroundVersion.count({ where: { patientId } })) > 0,
      ]);
      expect(seen, who).toEqual([reads, reads, reads]);
      const { version } = await inTransaction(readers.patient!.actor, (tx) =>
        tx.allergy.findUniqueOrThrow({ where: { id: allergy.id }, select: { version: true } }),
      );
      const { count } = await inTransaction(actor, (tx) =>
        tx.allergy.updateMany({ where: { id: allergy.id }, data: { reaction: who, version: version + 1 } }),
      );
      expect(count, who).toBe(Number(keeps));
      const add = inTransaction(actor, (tx) =>
        tx.condition.createMany({
          data: [{ patientId, name: `Of ${who}`, recordedAs: "PATIENT", changedAs: "PATIENT" }],
        }),
      );
      expect(
        await add.then(
          () => true,
          () => false,
        ),
        who,
      ).toBe(keeps);
    }
  });

  it("are heard of by those who read them, and by no one who only books", async () => {
    const { readers, patientId, allergy } = await createReaders();
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: allergy.id } });
    const heard = await unsafeListUsersBehind(event.audience);
    const hearing = Object.entries(readers).filter(([, { actor }]) =>
      heard.get(`record:${patientId}`)?.includes(actor.userId ?? ""),
    );
    expect(hearing.map(([who]) => who)).toEqual(["patient", "who does all for them", "who reads for them"]);
    expect(event.audience.filter((entry) => entry.startsWith("patient:"))).toEqual([]);
  });

  it("are never deleted, and their versions never change", async () => {
    const { patient, patientId } = await createTreatment();
    const { id } = await allergyOf(patient.actor, patientId);
    await changeAllergy(patient.actor, id, { status: "ENTERED_IN_ERROR" });
    const tries = [
      inTransaction(patient.actor, (tx) => tx.allergy.deleteMany({ where: { id } })),
      inTransaction(patient.actor, (tx) => tx.backgroundVersion.deleteMany({ where: { entryId: id } })),
      inTransaction(patient.actor, (tx) =>
        tx.backgroundVersion.updateMany({ where: { entryId: id }, data: { version: 9 } }),
      ),
      inTransaction(patient.actor, (tx) =>
        tx.allergy.updateMany({ where: { id }, data: { status: "ACTIVE", version: 3 } }),
      ),
    ];
    expect(
      await Promise.all(
        tries.map((one) =>
          one.then(
            () => true,
            () => false,
          ),
        ),
      ),
    ).toEqual(Array(4).fill(false));
    const versions = await inTransaction(patient.actor, (tx) =>
      tx.backgroundVersion.findMany({ where: { entryId: id }, select: { version: true }, orderBy: { version: "asc" } }),
    );
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });
});
