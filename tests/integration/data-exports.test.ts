import { beforeEach, describe, expect, it } from "vitest";
import { EXPORT_COLUMNS, HOSPITAL_KINDS } from "@/lib/domain/data-exports/status";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createAppointment, createPatient, inDays } from "@/tests/support/factories";
import { ask, exported, rowsOf } from "./data-exports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast({ timeZone: "Europe/Berlin" });
});
const manager = () => cast.manager.actor;
const here = () => cast.hospital.id;

async function visit(startsAt: Date, over: Record<string, unknown> = {}, patientId = cast.patient.patient.id) {
  return createAppointment({ doctorId: cast.doctor.doctorId, patientId }, { hospitalId: here(), startsAt, ...over });
}

describe("a hospital's exports", () => {
  it("have one header row with the documented columns, whatever the kind", async () => {
    for (const kind of HOSPITAL_KINDS) {
      const csv = await exported(manager(), { kind, hospitalId: here() });
      expect(csv.split("\r\n")[0], kind).toBe(EXPORT_COLUMNS[kind].join(","));
    }
  });

  it("contain its own appointments by time, each once, and no held time or other hospital's", async () => {
    const [late, early] = [await visit(inDays(9)), await visit(inDays(2))];
    await visit(inDays(3), { status: "EXPIRED", holdExpiresAt: inDays(-1) });
    const elsewhere = await createCast();
    await createAppointment(
      { doctorId: elsewhere.doctor.doctorId, patientId: cast.patient.patient.id },
      { hospitalId: elsewhere.hospital.id, startsAt: inDays(4) },
    );
    const rows = rowsOf(await exported(manager(), { kind: "APPOINTMENTS", hospitalId: here() }));
    expect(rows.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(rows[0]).toMatchObject({
      patient_name: cast.patient.patient.name,
      status: "CONFIRMED",
      is_walk_in: "false",
    });
  });

  it("say nothing of why someone comes, or of any record", async () => {
    const { id } = await visit(inDays(2));
    await inTransaction(cast.doctor.actor, (tx) =>
      tx.appointmentText.create({
        data: { appointmentId: id, kind: "REASON", text: "SECRET" },
        select: { kind: true },
      }),
    );
    for (const kind of HOSPITAL_KINDS)
      expect(await exported(manager(), { kind, hospitalId: here(), format: "NDJSON" })).not.toContain("SECRET");
  });

  it("cover whole days of the hospital's clock", async () => {
    const midnight = new Date("2031-03-04T23:00:00Z"); // the 5th begins in Berlin
    const [before, first, after] = [
      await visit(new Date(midnight.getTime() - 3_600_000)),
      await visit(midnight),
      await visit(new Date(midnight.getTime() + 24 * 3_600_000)),
    ];
    const on = { kind: "APPOINTMENTS", hospitalId: here() } as const;
    const ids = (csv: string) => rowsOf(csv).map(({ id }) => id);
    const day = await exported(manager(), { ...on, fromOn: "2031-03-05", untilOn: "2031-03-05" });
    expect(ids(day)).toEqual([first.id]);
    expect(ids(await exported(manager(), { ...on, untilOn: "2031-03-04" }))).toEqual([before.id]);
    expect(ids(await exported(manager(), { ...on, fromOn: "2031-03-06" }))).toEqual([after.id]);
    await expect(ask(manager(), { ...on, fromOn: "2031-03-05", untilOn: "2031-03-04" })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("name each patient who has been here once, and no one else", async () => {
    const [{ patient: other }, { patient: stranger }] = [await createPatient(), await createPatient()];
    await visit(inDays(2));
    await visit(inDays(3));
    await db.bedBooking.create({
      data: { hospitalId: here(), patientId: other.id, wardKind: "GENERAL", startsAt: inDays(1) },
    });
    const rows = rowsOf(await exported(manager(), { kind: "PATIENTS", hospitalId: here() }));
    expect(rows.map(({ id }) => id).sort()).toEqual([cast.patient.patient.id, other.id].sort());
    expect(JSON.stringify(rows)).not.toContain(stranger.id);
  });

  it("leave patients unnamed among the hospital's operations", async () => {
    const text = await exported(manager(), { kind: "OPERATIONS", hospitalId: here(), format: "NDJSON" });
    const lines = text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ action, actor }) => [action, actor])).toEqual([
      ["data-export.request", cast.manager.user.name],
    ]);
  });
});

describe("the platform's exports", () => {
  it("are the whole audit trail and numbers for each day, for administrators alone", async () => {
    const { actor } = cast.admin;
    const trail = await exported(actor, { kind: "AUDIT", hospitalId: null, format: "NDJSON" });
    const last = JSON.parse(trail.trim().split("\n").at(-1)!) as Record<string, unknown>;
    expect(last).toMatchObject({ action: "data-export.request", actor_id: cast.admin.user.id });
    const today = new Date().toISOString().slice(0, 10);
    const days = rowsOf(await exported(actor, { kind: "NUMBERS", hospitalId: null, fromOn: today, untilOn: today }));
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ day: today, accounts: String(await db.user.count()) });
    await expect(ask(manager(), { kind: "AUDIT", hospitalId: null })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask(actor, { kind: "STAFF", hospitalId: here() })).rejects.toMatchObject({ code: "not-found" });
  });
});
