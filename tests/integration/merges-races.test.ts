import { beforeAll, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { addAllergy } from "@/lib/domain/background/add-allergy";
import { undoMerge } from "@/lib/domain/merges/undo-merge";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { inDays } from "@/tests/support/factories";
import { PENICILLIN } from "./background-harness";
import * as harness from "./merges-harness";

const { merged, newRecord, openDesk, select, visitOf } = harness;
let at: harness.Desk;
harness.readEverything();
beforeAll(async () => {
  at = await openDesk();
});

const twins = async (name: string) => [await newRecord(at, { name }), await newRecord(at, { name })] as const;
const settled = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === "fulfilled" ? "ok" : ((one.reason as { code?: string }).code ?? String(one.reason)),
  );

it("lets one of two desks merge, whichever way round each wants it", async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = await twins(`Both Desks ${round}`);
    const ends = await settled([merged(at.desk, one, other), merged(at.desk, other, one)]);
    expect([ends.filter((end) => end === "ok").length, ends.find((end) => end !== "ok")]).toEqual([
      1,
      expect.stringMatching(/^(not-found|conflict)$/),
    ]);
  }
});

it("lets one of two desks undo", async () => {
  const made = await merged(at.desk, ...(await twins("Undone Twice")));
  expect((await settled([undoMerge(at.desk, made.id), undoMerge(at.desk, made.id)])).sort()).toEqual([
    "invalid-transition",
    "ok",
  ]);
});

it("leaves nothing behind with a record that is merged while someone books or writes for it", async () => {
  for (let round = 0; round < 6; round++) {
    const [source, survivor] = await twins(`Busy Record ${round}`);
    await visitOf(at, source, { startsAt: inDays(300 + round, "05:00") });
    const start = inDays(3 + round, "10:00").toISOString();
    const booking = { doctorId: at.doctor.doctorId, scheduleId: at.doctor.scheduleId, patientId: source, start };
    const [end] = await settled([
      merged(at.desk, source, survivor),
      bookAppointment(at.desk, { ...booking, mode: "IN_PERSON" }),
      addAllergy(at.doctor.actor, { patientId: source, ...PENICILLIN }),
    ]);
    expect(end).toBe("ok");
    for (const table of ["Appointment", "Allergy", "BackgroundVersion", "ToCall"])
      expect(await select(`SELECT 1 FROM "${table}" WHERE "patientId" = $1`, [source])).toEqual([]);
  }
});

it("keeps a note with its visit when the merge is undone while the note is begun", async () => {
  const [source, survivor] = await twins("Undone In The Room");
  const visit = await visitOf(at, source, {
    startsAt: inDays(1, "11:00"),
    status: "IN_PROGRESS",
    startedAt: new Date(),
  });
  const made = await merged(at.desk, source, survivor);
  const note = { appointmentId: visit.id, patientId: survivor, doctorId: at.doctor.doctorId };
  await undoMerge(at.desk, made.id);
  const { inTransaction } = await import("@/lib/actor/transaction");
  await expect(inTransaction(at.doctor.actor, (tx) => tx.encounter.create({ data: note }))).rejects.toThrow();
});

it("are made and undone by the database's functions alone", async () => {
  const [one, other] = await twins("By Hand");
  await expect(db.patient.update({ where: { id: one }, data: { mergedIntoId: other } })).rejects.toThrow();
  const [visit] = await select(`SELECT "id" FROM "Appointment" WHERE "patientId" = $1`, [one]);
  await expect(
    db.appointment.update({ where: { id: visit?.id ?? "" }, data: { patientId: other, version: { increment: 1 } } }),
  ).rejects.toThrow();
  const made = await merged(at.desk, one, other);
  await expect(db.appointment.create({ data: { ...(await draftOf(one)) } })).rejects.toThrow();
  await expect(db.patient.update({ where: { id: one }, data: { name: "Someone Else" } })).rejects.toThrow();
  const stranger = await newPatient();
  await expect(undoMerge(stranger.actor, made.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(db.patientMerge.updateMany({ data: { movingIn: 1n } })).rejects.toThrow();
});

async function draftOf(patientId: string) {
  const startsAt = inDays(400);
  const endsAt = new Date(startsAt.getTime() + 1_800_000);
  return { doctorId: at.doctor.doctorId, patientId, startsAt, endsAt, status: "CONFIRMED" as const };
}
