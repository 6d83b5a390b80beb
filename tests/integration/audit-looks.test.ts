import { beforeAll, describe, expect, it } from "vitest";
import { listAccesses } from "@/lib/domain/audit/queries";
import { newDoctor, newPatient } from "../support/actors";
import { asOwner, connectOwner } from "./audit-harness";

connectOwner();

let patient: Awaited<ReturnType<typeof newPatient>>;
let doctor: Awaited<ReturnType<typeof newDoctor>>;
const noteId = crypto.randomUUID();
let [position, day] = [5_000_000, 1];

beforeAll(async () => {
  [patient, doctor] = [await newPatient(), await newDoctor()];
});

/** Entries at these times of a day of their own, as only the owner can write them. */
async function entered(action: string, ...times: string[]): Promise<string> {
  const date = `2026-01-${String(++day).padStart(2, "0")}`;
  const rows = times.map(
    (
      time,
    ) => `(${++position}, '${date}T${time}Z', '${action}', 'encounter', '${noteId}', '${doctor.user.id}', 'session',
      '${patient.patient.id}', '${doctor.doctorId}', 'TREATMENT', '{}', 1, 1)`,
  );
  await asOwner(`INSERT INTO "AuditEntry" ("position", "occurredAt", "action", "subject", "subjectId", "actorUserId", "via",
    "patientId", "doctorId", "purpose", "details", "cluster", "txid") VALUES ${rows.join(", ")}`);
  return date;
}

/** The lines of a day: how many looks, from when until when, and the looks inside. */
async function lines(date: string) {
  const { items } = await listAccesses(patient.actor, { patientIds: [patient.patient.id] }, { limit: 50 });
  const time = (instant: string) => instant.slice(11, 16);
  return items
    .filter(({ firstAt }) => firstAt.startsWith(date))
    .map(({ count, firstAt, lastAt, entries }) => ({
      count,
      time: `${time(firstAt)}–${time(lastAt)}`,
      looks: entries.map(({ at, until }) => `${time(at)}–${time(until)}`),
    }));
}

describe("what an open page repeats", () => {
  it("is one look, from its first time to its last", async () => {
    const date = await entered("encounter.read", "10:01", "10:02", "10:10", "10:24");
    expect(await lines(date)).toEqual([{ count: 1, time: "10:01–10:24", looks: ["10:01–10:24"] }]);
  });

  it("is another look after a quarter of an hour, in one line with those that began in the same hour", async () => {
    const date = await entered("encounter.read", "10:01", "10:10", "10:25", "10:40", "11:00");
    expect(await lines(date)).toEqual([
      { count: 1, time: "11:00–11:00", looks: ["11:00–11:00"] },
      { count: 3, time: "10:01–10:40", looks: ["10:40–10:40", "10:25–10:25", "10:01–10:10"] },
    ]);
  });

  it("stays one look when the hour turns", async () => {
    const date = await entered("encounter.write", "10:50", "10:58", "11:05", "11:19");
    expect(await lines(date)).toEqual([{ count: 1, time: "10:50–11:19", looks: ["10:50–11:19"] }]);
  });

  it("is not what someone does on purpose: each download and each change counts", async () => {
    const date = await entered("attachment.open", "10:01", "10:02", "10:03");
    expect(await lines(date)).toMatchObject([{ count: 3, looks: ["10:03–10:03", "10:02–10:02", "10:01–10:01"] }]);
    expect(await lines(await entered("encounter.amend", "10:01", "10:02"))).toMatchObject([{ count: 2 }]);
  });
});
