import { beforeAll, describe, expect, it } from "vitest";
import { mergePatients } from "@/lib/domain/merges/merge-patients";
import { getComparison, getMerge, listDuplicates, listMerges } from "@/lib/domain/merges/queries";
import { countPairs, likelyPairs } from "@/lib/domain/merges/statements";
import { suggestAgain, tellApart } from "@/lib/domain/merges/tell-apart";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { listAccesses } from "@/lib/domain/audit/queries";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { createBed, inDays } from "@/tests/support/factories";
import { newProxy } from "./background-harness";
import * as harness from "./merges-harness";
import { eventsOf } from "./stored-events";

const { merged, newRecord, openDesk, pairOf, visitOf } = harness;
let at: harness.Desk;
let elsewhere: harness.Desk;
harness.readEverything();
beforeAll(async () => {
  [at, elsewhere] = [await openDesk(), await openDesk()];
});

const BORN = new Date("1991-07-02");
let count = 0;
const nameOf = () => `Rosa Fairweather ${++count}`;

/** Two records without accounts, of one name and date of birth. */
async function twins(name = nameOf()): Promise<[string, string]> {
  return [await newRecord(at, { name, bornOn: BORN }), await newRecord(at, { name, bornOn: BORN })];
}

async function withAccount(name: string) {
  const account = await newPatient({ over: { name, bornOn: BORN } });
  await visitOf(at, account.patient.id);
  return { ...account, id: account.patient.id };
}

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string; extra?: { reason: string } }) => error.extra?.reason ?? error.code,
  );

describe("the list of likely duplicates", () => {
  const listed = async (status: "open" | "set-aside" = "open") =>
    (await listDuplicates(at.desk, at.hospitalId, { status, limit: 100 })).items.map(({ id }) => id);

  it("has pairs of the same birth or phone and a similar name, or of the same name without a birth", async () => {
    const likeness = async (one: object, other: object) => {
      const ids = [await newRecord(at, one), await newRecord(at, other)].sort();
      const pair = await db.likelyDuplicate.findFirst({ where: { firstId: ids[0]!, secondId: ids[1]! } });
      return pair?.likeness ?? null;
    };
    const [name, phone] = ["Jörg Müller-Lüdenscheidt", "+493012345"];
    expect(await likeness({ name }, { name: "Joerg Muller Ludenscheidt" })).toBe("NAME_AND_BIRTH");
    expect(await likeness({ name, bornOn: null }, { name: "Hana Ito", bornOn: null })).toBeNull();
    expect(await likeness({ name: "Ana Sol", phone }, { name: "Ana Sól", phone, bornOn: null })).toBe("NAME_AND_PHONE");
    // A mother and her child.
    expect(await likeness({ name: "Ida Berg", phone }, { name: "Per Berg", phone, bornOn: inDays(-900) })).toBeNull();
    expect(await likeness({ name: "Wen Li", bornOn: null }, { name: "LI, Wen", bornOn: BORN })).toBe("NAME");
    expect(await likeness({ name: "Wu Li", bornOn: inDays(-9000) }, { name: "Wu Li", bornOn: BORN })).toBeNull();
  });

  it("is paged, keeps to the hospital's own patients, and leaves out two people with accounts", async () => {
    const name = nameOf();
    const pair = await pairOf(...(await twins(name)));
    const [one, other] = [await withAccount(nameOf()), await withAccount(name)];
    await db.patient.update({ where: { id: one.id }, data: { name } });
    expect(await listed()).toContain(pair);
    expect(await listed()).not.toContain(await pairOf(one.id, other.id));
    const first = await listDuplicates(at.desk, at.hospitalId, { status: "open", limit: 1 });
    const cursor = first.nextCursor ?? "";
    const second = await listDuplicates(at.desk, at.hospitalId, { status: "open", limit: 1, cursor });
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    expect((await listDuplicates(elsewhere.desk, elsewhere.hospitalId, { status: "open", limit: 9 })).items).toEqual(
      [],
    );
    await expect(listDuplicates(elsewhere.desk, at.hospitalId, { status: "open", limit: 9 })).rejects.toThrow();
    await expect(getComparison(elsewhere.desk, pair)).rejects.toMatchObject({ code: "not-found" });
    await expect(tellApart(elsewhere.desk, pair)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is the same, whether it is read from the hospital's patients or from all pairs", async () => {
    const set = await pairOf(...(await twins()));
    await pairOf(...(await twins()));
    await tellApart(at.desk, set);
    await inTransaction(at.desk, async (tx) => {
      for (const isSetAside of [false, true]) {
        const page = { isSetAside, after: null, take: 50 };
        const gathered = await likelyPairs(tx, at.hospitalId, page);
        expect(gathered.length).toBeGreaterThan(0);
        expect(await likelyPairs(tx, at.hospitalId, { ...page, mostGathered: 0 })).toEqual(gathered);
      }
      expect(await countPairs(tx, at.hospitalId, 100, 0)).toEqual(await countPairs(tx, at.hospitalId, 100));
    });
  });

  it("remembers that two are different people, until someone suggests them again", async () => {
    const pair = await pairOf(...(await twins()));
    expect((await tellApart(at.desk, pair)).isSetAside).toBe(true);
    await tellApart(at.desk, pair);
    expect([await listed(), await listed("set-aside")].map((ids) => ids.includes(pair))).toEqual([false, true]);
    await suggestAgain(at.desk, pair);
    expect((await listed()).includes(pair)).toBe(true);
    expect(await eventsOf(pair)).toEqual(["duplicate.set-aside", "duplicate.restored"]);
  });
});

describe("a merge", () => {
  it("keeps the record with an account, and never joins two accounts", async () => {
    const name = nameOf();
    const source = await newRecord(at, { name, bornOn: BORN });
    const account = await withAccount(name);
    expect(await reasonOf(merged(at.desk, account.id, source))).toBe("account");
    expect(await reasonOf(merged(at.desk, source, account.id, ["name"]))).toBe("account-decides");
    await newProxy(source, { relation: "PARENT" });
    expect(await reasonOf(merged(at.desk, source, account.id))).toBe("others-act");
    expect(
      (await getComparison(at.desk, await pairOf(source, account.id))).ways.map(({ obstacle }) => obstacle).sort(),
    ).toEqual(["account", "others-act"]);
  });

  it("lets rest what someone held over both, and gives it back", async () => {
    const [source, survivor] = await twins();
    const { user } = await newProxy(source, { relation: "PARENT", scope: "BOOK" });
    await db.patientAccess.create({ data: { userId: user.id, patientId: survivor, relation: "PARENT" } });
    const held = async () =>
      (await harness.select(`SELECT "patientId" FROM "PatientAccessNow" WHERE "userId" = $1`, [user.id])).map(
        (row) => row.patientId,
      );
    const made = await merged(at.desk, source, survivor);
    expect(await held()).toEqual([survivor]);
    await undoMerge(at.desk, made.id);
    expect((await held()).sort()).toEqual([source, survivor].sort());
  });

  it("waits until appointments at one time and two stays are settled", async () => {
    const [source, survivor] = await twins();
    const startsAt = inDays(70);
    const visit = await visitOf(at, source, { startsAt });
    const { id: doctorId } = (await harness.openDesk()).doctor.doctor;
    const other = await visitOf({ ...at, doctor: { ...at.doctor, doctorId } }, survivor, { startsAt });
    expect(await reasonOf(merged(at.desk, source, survivor))).toBe("appointments-overlap");
    const { overlaps } = await getComparison(at.desk, await pairOf(source, survivor));
    expect(overlaps.map(({ appointmentIds }) => [...appointmentIds].sort())).toEqual([[visit.id, other.id].sort()]);
    await db.appointment.update({ where: { id: visit.id }, data: { status: "CANCELLED", version: { increment: 1 } } });
    for (const patientId of [source, survivor]) {
      const bed = await createBed(at.hospitalId);
      const stay = { hospitalId: at.hospitalId, patientId, wardKind: "GENERAL", bedId: bed.id } as const;
      await db.bedBooking.create({
        data: { ...stay, status: "ADMITTED", startsAt: inDays(-1), admittedAt: inDays(-1) },
      });
    }
    expect(await reasonOf(merged(at.desk, source, survivor))).toBe("two-stays");
  });

  it("forms no chain or cycle, and several records may go into one", async () => {
    const name = nameOf();
    const [one, two] = await twins(name);
    const three = await newRecord(at, { name, bornOn: BORN });
    const first = await merged(at.desk, one, two);
    expect(await reasonOf(merged(at.desk, one, three))).toBe("not-found");
    expect(await reasonOf(merged(at.desk, two, one))).toBe("not-found");
    expect(await reasonOf(merged(at.desk, two, three))).toBe("has-merged");
    await merged(at.desk, three, two);
    await undoMerge(at.desk, first.id);
    expect(await reasonOf(undoMerge(at.desk, first.id))).toBe("invalid-transition");
    expect(await db.patient.findMany({ where: { mergedIntoId: two }, select: { id: true } })).toEqual([{ id: three }]);
  });

  it("is its hospital's alone to see and to undo", async () => {
    const made = await merged(at.desk, ...(await twins()));
    await expect(getMerge(elsewhere.desk, made.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(undoMerge(elsewhere.desk, made.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(undoMerge(at.doctor.actor, made.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listMerges(at.desk, at.hospitalId, { limit: 50 })).items.map(({ id }) => id)).toContain(made.id);
    const pair = await pairOf(...(await twins()));
    const wanted = { duplicateId: pair, survivorId: made.id, take: [] };
    await expect(mergePatients(at.desk, wanted)).rejects.toMatchObject({ code: "invalid" });
    await expect(mergePatients(elsewhere.desk, wanted)).rejects.toMatchObject({ code: "not-found" });
  });

  it("tells the patient, who finds it in the log of who opened the record", async () => {
    const name = nameOf();
    const source = await newRecord(at, { name, bornOn: BORN });
    const account = await withAccount(name);
    const made = await merged(at.desk, source, account.id);
    const event = await db.domainEvent.findFirst({ where: { aggregateId: account.id }, orderBy: { sequence: "desc" } });
    expect(event).toMatchObject({ type: "patient.merged", refs: { patientId: account.id, mergeId: made.id } });
    expect(event?.audience).toEqual(
      expect.arrayContaining([`record:${account.id}`, `hospital:${at.hospitalId}`, `doctor:${at.doctor.doctorId}`]),
    );
    const log = await listAccesses(account.actor, { patientIds: [account.id] }, { limit: 5 });
    expect(log.items.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      "merged another record into this one: both are about the same person",
    ]);
  });
});
