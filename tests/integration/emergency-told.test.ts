import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { notePatientTold } from "@/lib/domain/emergency-access/note-patient-told";
import { getReview } from "@/lib/domain/emergency-access/queries";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast, newDoctor } from "@/tests/support/actors";
import { createAdmin, createPatient } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { openedAgo } from "./emergency-access-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

/** The record of someone without an account, opened by a doctor. */
async function openedOfNoAccount() {
  const data = { name: "Alba Undisclosed", bornOn: new Date("1950-05-05"), phone: "+4930123456" };
  const { id: patientId } = await db.patient.create({ data, select: { id: true } });
  const doctor = await newDoctor();
  return { patientId, doctor, id: await openedAgo(doctor.actor, patientId, 10) };
}

describe("a patient whose record was opened in an emergency", () => {
  it("and who has no account couldn't be told: the review has the number until someone notes that they were", async () => {
    const { id, patientId, doctor } = await openedOfNoAccount();
    const { actor } = cast.admin;
    const before = { isTold: false, canNoteTold: true, phone: "+4930123456", toldAt: null, toldBy: null };
    expect(await getReview(actor, id)).toMatchObject(before);
    for (const other of [doctor, cast.doctor, cast.manager, cast.coordinator, cast.patient])
      expect(await outcome(notePatientTold(other.actor, { id }))).toBe("not-found");
    const another = await actorOf(await createAdmin());
    const [first] = await Promise.all([notePatientTold(actor, { id }), notePatientTold(another, { id })]);
    expect(first).toMatchObject({ isTold: true, canNoteTold: false, phone: null });
    expect(await notePatientTold(actor, { id })).toMatchObject({ toldAt: first.toldAt, toldBy: first.toldBy });
    const { toldById } = await db.emergencyAccess.findUniqueOrThrow({ where: { id } });
    const entries = await db.auditEntry.findMany({ where: { action: "emergency-access.told", subjectId: id } });
    expect(entries).toMatchObject([{ actorUserId: toldById, patientId, doctorId: doctor.doctorId }]);
    expect(await db.domainEvent.count({ where: { type: "emergency-access.told", aggregateId: id } })).toBe(1);
  });

  it("counts as told if someone who reads the record can sign in, and as not told otherwise", async () => {
    const { user, patient } = await createPatient();
    const id = await openedAgo((await newDoctor()).actor, patient.id, 10);
    expect(await getReview(cast.admin.actor, id)).toMatchObject({ isTold: true, canNoteTold: false, phone: null });
    expect(await outcome(notePatientTold(cast.admin.actor, { id }))).toBe("invalid-transition");
    await db.user.update({ where: { id: user.id }, data: { status: "SUSPENDED" } });
    expect(await getReview(cast.admin.actor, id)).toMatchObject({ isTold: false, canNoteTold: true });
    await db.user.update({ where: { id: user.id }, data: { status: "ACTIVE" } });
    await db.patientAccess.updateMany({ where: { patientId: patient.id }, data: { relation: "OTHER", scope: "BOOK" } });
    expect(await getReview(cast.admin.actor, id)).toMatchObject({ isTold: false, canNoteTold: true });
  });

  it("is noted by administrators in their own name, once, and not about what they opened, by the database too", async () => {
    const { id, doctor } = await openedOfNoAccount();
    await db.user.update({ where: { id: doctor.user.id }, data: { isAdmin: true } });
    const opener = await actorOf(doctor.user);
    expect(await getReview(opener, id)).toMatchObject({ isTold: false, canNoteTold: false });
    expect(await outcome(notePatientTold(opener, { id }))).toBe("forbidden");
    const note = (actor: typeof opener, toldById: string | null) =>
      inTransaction(actor, (tx) =>
        tx.emergencyAccess.updateMany({ where: { id }, data: { toldAt: toldById && new Date(), toldById } }),
      ).then(
        ({ count }) => count,
        () => 0,
      );
    const { admin, manager } = cast;
    expect(await note(opener, opener.userId)).toBe(0);
    expect(await note(manager.actor, manager.user.id)).toBe(0);
    expect(await note(admin.actor, manager.user.id)).toBe(0);
    expect(await note(admin.actor, admin.user.id)).toBe(1);
    expect(await note(admin.actor, null)).toBe(0);
  });
});
