import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import {
  APPOINTMENT_STATUSES,
  REQUESTABLE_STATUSES,
  type AppointmentStatus,
  type RequestableStatus,
} from "@/lib/domain/appointments/status";
import { actorOf, createCast, newDoctor, newPatient, newStaff } from "../support/actors";
import { createAppointment, createDoctor, createHospital, createPatient, inDays } from "../support/factories";
import { codeOf, outcome } from "../support/outcome";
import { NO_PARTS } from "@/tests/support/notes";
import { writeReason } from "@/tests/support/texts";

type Cast = Awaited<ReturnType<typeof createCast>>;
type Who = "patient" | "doctor" | "staff";

/**
 * docs/domain.md §3, written again by hand: from, to → who may. Everything else is refused. Each appointment starts
 * half an hour ago, so that time conditions are met where possible.
 */
const ALLOWED: Partial<Record<AppointmentStatus, Partial<Record<RequestableStatus, Who[]>>>> = {
  PENDING: { CONFIRMED: ["doctor", "staff"], DECLINED: ["doctor", "staff"], CANCELLED: ["doctor", "staff"] },
  CONFIRMED: {
    CANCELLED: ["doctor", "staff"],
    CHECKED_IN: ["patient", "doctor", "staff"],
    IN_PROGRESS: ["doctor"],
    NO_SHOW: ["doctor", "staff"],
  },
  CHECKED_IN: { IN_PROGRESS: ["doctor"], NO_SHOW: ["doctor", "staff"], LEFT: ["doctor", "staff"] },
};

const halfAnHourAgo = () => new Date(Date.now() - 30 * 60_000);

let cast: Cast;
let strangers: Actor[];
beforeAll(async () => {
  cast = await createCast();
  const otherHospital = await createHospital();
  strangers = [
    (await newPatient()).actor,
    (await newDoctor()).actor,
    (await newStaff(otherHospital.id, "MANAGER")).actor,
    cast.admin.actor,
  ];
});

/** A fresh appointment of a patient and doctor of its own kind at the cast's hospital, in the given state. */
async function appointment(status: AppointmentStatus, over: Parameters<typeof createAppointment>[1] = {}) {
  const { user, patient } = await createPatient();
  const own = await createDoctor({ hospitalId: cast.hospital.id });
  const row = await createAppointment(
    { doctorId: own.doctor.id, patientId: patient.id },
    {
      status,
      hospitalId: cast.hospital.id,
      scheduleId: own.schedule!.id,
      startsAt: halfAnHourAgo(),
      bookedByUserId: user.id,
      holdExpiresAt: status === "HELD" ? new Date(Date.now() + 60_000) : null,
      ...over,
    },
  );
  const actors = { patient: await actorOf(user), doctor: await actorOf(own.user), staff: cast.coordinator.actor };
  return { row, actors };
}

describe("every step by every role", () => {
  for (const from of APPOINTMENT_STATUSES) {
    it(`from ${from}: only what docs/domain.md §3 allows`, async () => {
      for (const to of REQUESTABLE_STATUSES) {
        for (const who of ["patient", "doctor", "staff"] as const) {
          const { row, actors } = await appointment(from);
          const result = await outcome(changeStatus(actors[who], row.id, { status: to, reason: "Said so" }));
          // A step to the current status changes nothing; another reason would be a change.
          const isThere = from === to && to !== "CANCELLED" && to !== "DECLINED";
          const may = isThere || (ALLOWED[from]?.[to]?.includes(who) ?? false);
          if (may) expect(`${who}: ${from} → ${to}: ${String(result)}`).toBe(`${who}: ${from} → ${to}: ok`);
          else
            expect(
              ["invalid-transition", "forbidden", "not-found", "cancellation-notice"],
              `${who}: ${from} → ${to}`,
            ).toContain(result);
          const { status, version } = await db.appointment.findUniqueOrThrow({
            where: { id: row.id },
            select: { status: true, version: true },
          });
          expect([status, version]).toEqual([may ? to : from, may && !isThere ? 2 : 1]);
        }
      }
    });
  }

  it("answers the same for a stranger's appointment and a missing one", async () => {
    const { row } = await appointment("CONFIRMED");
    for (const stranger of strangers) {
      const step = (id: string) => changeStatus(stranger, id, { status: "CHECKED_IN" }).catch((e: unknown) => e);
      const [missing, foreign] = [await step(crypto.randomUUID()), await step(row.id)];
      expect(foreign).toEqual(missing);
      expect(codeOf(foreign)).toBe("not-found");
    }
  });
});

describe("the conditions of a step", () => {
  it("require a reason from doctor and staff to decline or cancel, and none from the patient", async () => {
    const pending = await appointment("PENDING");
    for (const who of ["doctor", "staff"] as const) {
      const declined = changeStatus(pending.actors[who], pending.row.id, { status: "DECLINED" });
      expect(await declined.catch((e: unknown) => e)).toMatchObject({ code: "invalid", fields: [{ path: "reason" }] });
    }
    const own = await appointment("CONFIRMED", { startsAt: inDays(3) });
    expect(await outcome(changeStatus(own.actors.patient, own.row.id, { status: "CANCELLED" }))).toBe("ok");
  });

  it("let the patient cancel and reschedule only up to the notice agreed at booking", async () => {
    const late = await appointment("CONFIRMED", {
      startsAt: new Date(Date.now() + 59 * 60_000),
      cancellationNoticeMinutes: 60,
    });
    expect(await outcome(changeStatus(late.actors.patient, late.row.id, { status: "CANCELLED" }))).toBe(
      "cancellation-notice",
    );
    expect(
      await outcome(rescheduleAppointment(late.actors.patient, late.row.id, { start: inDays(3).toISOString() })),
    ).toBe("cancellation-notice");
    const early = await appointment("CONFIRMED", {
      startsAt: new Date(Date.now() + 61 * 60_000),
      cancellationNoticeMinutes: 60,
    });
    expect(await outcome(changeStatus(early.actors.patient, early.row.id, { status: "CANCELLED" }))).toBe("ok");
  });

  it("let the patient check in from 60 minutes before, and allow “Missed” only after the start", async () => {
    const soon = await appointment("CONFIRMED", { startsAt: new Date(Date.now() + 61 * 60_000) });
    expect(await outcome(changeStatus(soon.actors.patient, soon.row.id, { status: "CHECKED_IN" }))).toBe(
      "invalid-transition",
    );
    expect(await outcome(changeStatus(soon.actors.staff, soon.row.id, { status: "NO_SHOW" }))).toBe(
      "invalid-transition",
    );
    const near = await appointment("CONFIRMED", { startsAt: new Date(Date.now() + 59 * 60_000) });
    expect(await outcome(changeStatus(near.actors.patient, near.row.id, { status: "CHECKED_IN" }))).toBe("ok");
  });

  it("allow completion only with the note signed, both or neither", async () => {
    const { row, actors } = await appointment("CHECKED_IN");
    await writeReason(actors.patient, row.id, "A cough");
    await changeStatus(actors.doctor, row.id, { status: "IN_PROGRESS" });
    expect(await outcome(changeStatus(actors.doctor, row.id, { status: "COMPLETED" }))).toBe("invalid-transition");
    const note = { reason: "A cough", subjective: "", objective: "", assessment: "", plan: "" };
    const visit = { appointmentId: row.id, note, parts: NO_PARTS, version: 1 };
    expect(await outcome(completeVisit(actors.doctor, visit))).toBe("invalid");
    expect(await outcome(completeVisit(actors.patient, visit))).toBe("not-found");
    const done = await completeVisit(actors.doctor, { ...visit, note: { ...note, plan: "Tea" } });
    expect(done.status).toBe("COMPLETED");
    expect(
      await db.domainEvent.count({
        where: { type: "encounter.signed", refs: { path: ["patientId"], equals: row.patientId } },
      }),
    ).toBe(1);
  });

  it("are enforced by PostgreSQL: no missing step, no missing signature and no skipped version", async () => {
    const { row } = await appointment("COMPLETED");
    await expect(
      db.appointment.update({ where: { id: row.id }, data: { status: "CONFIRMED", version: 2 } }),
    ).rejects.toThrow();
    const open = await appointment("IN_PROGRESS");
    await expect(
      db.appointment.update({ where: { id: open.row.id }, data: { status: "COMPLETED", version: 2 } }),
    ).rejects.toThrow();
    await expect(db.appointment.update({ where: { id: open.row.id }, data: { version: 3 } })).rejects.toThrow();
  });
});

describe("two requests at once", () => {
  it("for one step have one winner, and the other is told that things have changed", async () => {
    const { row, actors } = await appointment("PENDING", { startsAt: inDays(4) });
    const results = await Promise.all([
      outcome(changeStatus(actors.doctor, row.id, { status: "CONFIRMED" })),
      outcome(changeStatus(actors.staff, row.id, { status: "DECLINED", reason: "Full" })),
    ]);
    expect(results.filter((result) => result === "ok")).toHaveLength(1);
    expect(["version-mismatch", "invalid-transition"]).toContain(results.find((result) => result !== "ok"));
  });

  it("on an older version are refused", async () => {
    const { row, actors } = await appointment("PENDING", { startsAt: inDays(4) });
    await changeStatus(actors.doctor, row.id, { status: "CONFIRMED" }, 1);
    expect(await outcome(changeStatus(actors.staff, row.id, { status: "CANCELLED", reason: "Ill" }, 1))).toBe(
      "version-mismatch",
    );
  });
});
