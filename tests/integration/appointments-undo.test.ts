import { beforeAll, describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import {
  APPOINTMENT_STATUSES,
  UNDO_MINUTES,
  type AppointmentStatus,
  type RequestableStatus,
} from "@/lib/domain/appointments/status";
import { undoStep } from "@/lib/domain/appointments/undo-step";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { actorOf, createCast, newPatient } from "../support/actors";
import { createAppointment, createDoctor, createPatient } from "../support/factories";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

/** A visit that began half an hour ago, in the given state, with the stamps of it. */
async function visit(status: AppointmentStatus, over: Parameters<typeof createAppointment>[1] = {}) {
  const { user, patient } = await createPatient();
  const own = await createDoctor({ hospitalId: cast.hospital.id });
  const of = { doctorId: own.doctor.id, patientId: patient.id };
  const holdExpiresAt = status === "HELD" ? new Date(Date.now() + MINUTE) : null;
  const row = await createAppointment(of, {
    status,
    hospitalId: cast.hospital.id,
    startsAt: ago(30),
    bookedByUserId: user.id,
    holdExpiresAt,
    ...over,
  });
  return {
    row,
    of,
    actors: { patient: await actorOf(user), doctor: await actorOf(own.user), staff: cast.coordinator.actor },
  };
}

const stepsOf = async (id: string) => (await eventsOf(id)).map((type) => type.replace("appointment.", ""));
const read = (id: string) => db.appointment.findUniqueOrThrow({ where: { id } });

describe("undoing a step", () => {
  it("is possible for a check-in, a start, a missed visit and leaving, by those who may take the step, and for nothing else", async () => {
    const may: Partial<Record<AppointmentStatus, string[]>> = {
      CHECKED_IN: ["doctor", "staff"],
      IN_PROGRESS: ["doctor"],
      NO_SHOW: ["doctor", "staff"],
      LEFT: ["doctor", "staff"],
    };
    for (const status of APPOINTMENT_STATUSES) {
      for (const who of ["patient", "doctor", "staff"] as const) {
        const { row, actors } = await visit(status, { checkedInAt: ago(4), startedAt: ago(3), endedAt: ago(2) });
        const result = await outcome(undoStep(actors[who], row.id));
        const isAllowed = may[status]?.includes(who) ?? false;
        if (isAllowed) expect(`${who} ${status}: ${String(result)}`).toBe(`${who} ${status}: ok`);
        else expect(["invalid-transition", "forbidden", "not-found"], `${who} ${status}`).toContain(result);
        expect((await read(row.id)).status).toBe(
          !isAllowed ? status : status === "CHECKED_IN" ? "CONFIRMED" : "CHECKED_IN",
        );
      }
    }
  });

  it("restores the visit, with its own event and audit entry", async () => {
    const { row, actors } = await visit("CONFIRMED");
    const step = (status: RequestableStatus) => changeStatus(actors.staff, row.id, { status });
    await step("CHECKED_IN");
    await undoStep(actors.staff, row.id);
    expect(await read(row.id)).toMatchObject({ status: "CONFIRMED", checkedInAt: null, version: 3 });
    await step("NO_SHOW");
    await undoStep(actors.staff, row.id);
    expect(await read(row.id)).toMatchObject({ status: "CONFIRMED", endedAt: null });
    await step("CHECKED_IN");
    await step("LEFT");
    await undoStep(actors.staff, row.id);
    const waiting = await read(row.id);
    expect([waiting.status, waiting.checkedInAt]).toEqual(["CHECKED_IN", expect.any(Date)]);
    expect(await stepsOf(row.id)).toEqual([
      "checked-in",
      "check-in-undone",
      "no-show",
      "no-show-undone",
      "checked-in",
      "left",
      "left-undone",
    ]);
    const audit = await db.auditEntry.findMany({
      where: { subjectId: row.id, action: { startsWith: "appointment.undo" } },
      orderBy: { position: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      "appointment.undo-checked-in",
      "appointment.undo-no-show",
      "appointment.undo-left",
    ]);
  });

  it("keeps what was written when a start is undone, and never undoes a signature", async () => {
    const { row, actors } = await visit("CONFIRMED");
    await changeStatus(actors.doctor, row.id, { status: "IN_PROGRESS" });
    await undoStep(actors.doctor, row.id);
    expect(await read(row.id), "no check-in came before").toMatchObject({ status: "CONFIRMED", startedAt: null });
    await changeStatus(actors.doctor, row.id, { status: "IN_PROGRESS" });
    await inTransaction(actors.doctor, async (tx) => {
      expect(await tx.encounter.count({ where: { appointmentId: row.id } })).toBe(1);
      await tx.encounter.update({ where: { appointmentId: row.id }, data: { status: "SIGNED", signedAt: new Date() } });
    });
    expect(await outcome(undoStep(actors.doctor, row.id))).toBe("invalid-transition");
  });

  it("expires after half an hour, in the rules and the database, but a check-in can be undone while they wait", async () => {
    const late = UNDO_MINUTES + 1;
    for (const [status, over] of [
      ["IN_PROGRESS", { startedAt: ago(late) }],
      ["NO_SHOW", { endedAt: ago(late) }],
      ["LEFT", { endedAt: ago(late), checkedInAt: ago(90) }],
    ] as const) {
      const { row, actors } = await visit(status, over);
      expect(await outcome(undoStep(actors.doctor, row.id)), status).toBe("invalid-transition");
      const back = status === "LEFT" ? "CHECKED_IN" : "CONFIRMED";
      await expect(
        db.appointment.update({ where: { id: row.id }, data: { status: back, version: { increment: 1 } } }),
        status,
      ).rejects.toThrow();
    }
    const waiting = await visit("CHECKED_IN", { checkedInAt: ago(200) });
    expect(await outcome(undoStep(waiting.actors.staff, waiting.row.id))).toBe("ok");
    const never = await visit("NO_SHOW", { endedAt: ago(1) });
    await expect(
      db.appointment.update({ where: { id: never.row.id }, data: { status: "CHECKED_IN", version: { increment: 1 } } }),
      "never checked in",
    ).rejects.toThrow();
  });

  it("is impossible once the time is taken, and only one of two requests succeeds", async () => {
    const { row, of, actors } = await visit("NO_SHOW", { endedAt: ago(1) });
    await createAppointment(
      { doctorId: of.doctorId, patientId: (await createPatient()).patient.id },
      { startsAt: row.startsAt },
    );
    expect(await outcome(undoStep(actors.staff, row.id))).toBe("slot-taken");
    const twice = await visit("CHECKED_IN", { checkedInAt: ago(1) });
    const results = await Promise.all([
      outcome(undoStep(twice.actors.staff, twice.row.id, 1)),
      outcome(undoStep(twice.actors.doctor, twice.row.id, 1)),
    ]);
    expect(results.sort()).toEqual(["ok", "version-mismatch"]);
  });

  it("is 404 for those who don't know the visit", async () => {
    const { row } = await visit("CHECKED_IN");
    expect(await outcome(undoStep((await newPatient()).actor, row.id))).toBe("not-found");
  });
});
