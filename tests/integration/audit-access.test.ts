import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import {
  listAccesses,
  listAccessesTo,
  listAccessesToNotes,
  listOperations,
  getSealState,
} from "@/lib/domain/audit/queries";
import { sealAll } from "@/tests/support/seal-all";
import { storeNote } from "@/tests/support/notes";
import { addWard } from "@/lib/domain/beds/add-ward";
import { listSignedNotes, getEncounter } from "@/lib/domain/records/queries";
import { db } from "@/lib/platform/db/db";
import { createCast, newPatient } from "../support/actors";
import { createAppointment, inDays } from "../support/factories";

const PAGE = { limit: 20 };
let cast: Awaited<ReturnType<typeof createCast>>;
let parent: Awaited<ReturnType<typeof newPatient>>;
let visitId: string;
const reread = async ({ user }: { user: { id: string } }) => (await import("../support/actors")).actorOf(user);

beforeAll(async () => {
  cast = await createCast();
  parent = await newPatient();
  const { patient, doctor } = cast;
  await db.patientAccess.create({
    data: { userId: parent.user.id, patientId: patient.patient.id, relation: "PARENT" },
  });
  parent = { ...parent, actor: await reread(parent) };
  const { id } = await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.patient.id },
    { status: "COMPLETED", startsAt: inDays(-3) },
  );
  visitId = id;
  const data = { appointmentId: id, patientId: patient.patient.id, doctorId: doctor.doctorId };
  await storeNote(doctor.actor, { ...data, status: "SIGNED", assessment: "A", signedAt: new Date() });
  await getEncounter(doctor.actor, id);
  await getEncounter(doctor.actor, id);
  await getEncounter(patient.actor, id);
  await getEncounter(parent.actor, id);
  await listSignedNotes(parent.actor, { patientIds: [patient.patient.id] }, { limit: 5 });
});

const sentences = async (actor: Actor) =>
  (await listAccesses(actor, { patientIds: [cast.patient.patient.id] }, PAGE)).items.map(
    ({ who, what, why, count, visit }) => `${who} ${what}${visit ? " of a visit" : ""}, ${why} (${count})`,
  );

describe("the access log", () => {
  it("tells the patient who looked, at what and why, folding what one did within an hour", async () => {
    const names = await db.doctor.findUniqueOrThrow({ where: { id: cast.doctor.doctorId }, select: { name: true } });
    expect(await sentences(cast.patient.actor)).toEqual([
      `${parent.user.name} opened the list of notes, acting for you (1)`,
      `${parent.user.name} read the note of a visit, acting for you (1)`,
      `You read the note of a visit, your own record (1)`,
      `${names.name} read the note of a visit, treating you (1)`,
    ]);
  });

  it("tells someone who acts for the patient the same, their own accesses in one line a day", async () => {
    const patient = cast.patient.patient.name;
    expect((await sentences(parent.actor))[0]).toBe(`You opened the record, acting for ${patient} (2)`);
    const { items } = await listAccesses(parent.actor, { patientIds: [cast.patient.patient.id] }, PAGE);
    expect(items[0]?.entries.map(({ what }) => what)).toEqual(["opened the list of notes", "read the note"]);
    expect(items[0]?.entries[1]?.visit?.appointmentId).toBe(visitId);
  });

  it("is read page by page, each line once", async () => {
    const whole = await listAccesses(cast.patient.actor, { patientIds: cast.patient.actor.patientIds }, PAGE);
    const seen: unknown[] = [];
    for (let cursor: string | undefined, n = 0; n < 9; n++) {
      const page = await listAccesses(
        cast.patient.actor,
        { patientIds: cast.patient.actor.patientIds },
        { limit: 1, cursor },
      );
      seen.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.items);
  });

  it("is for those who act for the patient, and looks to everyone else like that of a missing one", async () => {
    const { patient, doctor, manager, coordinator, admin } = cast;
    const stranger = await newPatient();
    const verdict = (actor: Actor, id: string) =>
      listAccessesTo(actor, id, PAGE).then(
        ({ items }) => items.length > 0,
        (error: { code: string }) => error.code,
      );
    const id = patient.patient.id;
    expect([await verdict(patient.actor, id), await verdict(parent.actor, id)]).toEqual([true, true]);
    for (const { actor } of [doctor, manager, coordinator, admin, stranger])
      expect(await verdict(actor, id)).toBe("not-found");
    expect(await verdict(patient.actor, crypto.randomUUID())).toBe("not-found");
    expect((await listAccesses(stranger.actor, { patientIds: [id] }, PAGE)).items).toEqual([]);
    await db.patientAccess.updateMany({
      where: { userId: parent.user.id, patientId: id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await verdict(await reread(parent), id)).toBe("not-found");
  });
});

describe("the doctor", () => {
  it("sees who else opened what they wrote, in all notes and in one, without the names of the family", async () => {
    const { doctor, patient, manager } = cast;
    const seen = async (appointmentId?: string) =>
      (await listAccessesToNotes(doctor.actor, { appointmentId }, PAGE)).items.map(({ who, what, why }) => [
        who,
        what,
        why,
      ]);
    const expected = [
      ["Someone who acts for the patient", "read the note", "acting for the patient"],
      [patient.user.name, "read the note", "their own record"],
    ];
    expect(await seen()).toEqual(expected);
    expect(await seen(visitId)).toEqual(expected);
    expect(await seen(crypto.randomUUID())).toEqual([]);
    await expect(listAccessesToNotes(manager.actor, {}, PAGE)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the hospital's operations", () => {
  it("are for its managers: who did what, by kind", async () => {
    const { hospital, manager, coordinator, patient, doctor, admin } = cast;
    await addWard(manager.actor, { hospitalId: hospital.id, name: "Ward 7", kind: "GENERAL" });
    const { items } = await listOperations(manager.actor, hospital.id, { kind: "beds" }, PAGE);
    expect(items.map(({ who, what, count }) => [who, what, count])).toEqual([[manager.user.name, "added a ward", 1]]);
    expect((await listOperations(manager.actor, hospital.id, { kind: "ambulances" }, PAGE)).items).toEqual([]);
    for (const { actor } of [coordinator, patient, doctor, admin]) {
      await expect(listOperations(actor, hospital.id, {}, PAGE)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(listOperations(manager.actor, crypto.randomUUID(), {}, PAGE)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

it("administrators alone see how far the trail is sealed", async () => {
  await sealAll();
  const { seal, waiting } = await getSealState(cast.admin.actor);
  expect([seal?.number, seal?.hash.length, waiting]).toEqual([expect.stringMatching(/^\d+$/), 64, 0]);
  for (const { actor } of [cast.patient, cast.doctor, cast.manager]) {
    await expect(getSealState(actor)).rejects.toMatchObject({ code: "not-found" });
  }
});
