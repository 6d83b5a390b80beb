import { describe, expect, it } from "vitest";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { confirmAttendance } from "@/lib/domain/appointments/confirm-attendance";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { removeOldLinks } from "@/lib/domain/visit-links/remove-old-links";
import { cancelByLink, confirmByLink, moveByLink, openVisitLink } from "@/lib/domain/visit-links/use-link";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { db } from "@/lib/platform/db/db";
import { inDays } from "@/tests/support/factories";
import { linkedVisit, statusOf } from "./visit-links-harness";

const over = { code: "not-found" };

describe("a link to a visit", () => {
  it("shows when and where, but neither the doctor nor the reason; the database keeps a hash", async () => {
    const { id, token, patient, doctor, hospital } = await linkedVisit();
    const shown = await openVisitLink(token);
    expect(shown).toMatchObject({
      purpose: "REMINDER",
      status: "CONFIRMED",
      canChange: true,
      attendanceConfirmedAt: null,
    });
    expect(shown.place.name).toBe(hospital.name);
    const text = JSON.stringify(shown);
    for (const secret of [patient.user.name, doctor.user.name, id]) expect(text).not.toContain(secret);
    expect(JSON.stringify(await db.visitLink.findMany({ where: { appointmentId: id } }))).not.toContain(token);
    expect((await statusOf(id)).version, "looking changes nothing").toBe(1);
  });

  it("says that the patient will come, once, and tells the practice", async () => {
    const { id, token } = await linkedVisit();
    expect((await confirmByLink(token)).attendanceConfirmedAt).not.toBeNull();
    await confirmByLink(token);
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "appointment.attendance-confirmed" } })).toBe(
      1,
    );
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: "appointment.confirm-attendance" },
    });
    expect(entry).toMatchObject({ actorUserId: null, via: "link" });
    expect((await openVisitLink(token)).canChange, "and may still move it").toBe(true);
  });

  it("cancels, and opens nothing from then on", async () => {
    const { id, token } = await linkedVisit();
    expect((await cancelByLink(token)).status).toBe("CANCELLED");
    expect((await statusOf(id)).status).toBe("CANCELLED");
    for (const use of [openVisitLink, confirmByLink, cancelByLink])
      await expect(use(token)).rejects.toMatchObject(over);
  });

  it("moves, ends with the time it was made for, and what was confirmed lapses", async () => {
    const { id, token } = await linkedVisit();
    await confirmByLink(token);
    const start = inDays(9, "11:00").toISOString();
    expect(Date.parse((await moveByLink({ token, start })).start)).toBe(Date.parse(start));
    expect(await statusOf(id)).toMatchObject({ startsAt: new Date(start), attendanceConfirmedAt: null });
    await expect(openVisitLink(token)).rejects.toMatchObject(over);
  });

  it("keeps to the notice that was agreed, and to the doctor's times", async () => {
    const late = await linkedVisit({ minutes: 120, notice: 1440 });
    expect((await openVisitLink(late.token)).canChange).toBe(false);
    await expect(cancelByLink(late.token)).rejects.toMatchObject({ code: "cancellation-notice" });
    expect((await confirmByLink(late.token)).attendanceConfirmedAt).not.toBeNull();
    const { token } = await linkedVisit();
    const start = inDays(9, "03:00").toISOString();
    await expect(moveByLink({ token, start })).rejects.toMatchObject({ code: "slot-not-offered" });
    expect((await openVisitLink(token)).status).toBe("CONFIRMED");
  });

  it("works for the phone of someone without an account, as long as it is theirs", async () => {
    const { token, patientId } = await linkedVisit({ phone: "+493055502" });
    expect((await confirmByLink(token)).attendanceConfirmedAt).not.toBeNull();
    await db.patient.update({ where: { id: patientId }, data: { phone: "+493055503" } });
    await expect(openVisitLink(token)).rejects.toMatchObject(over);
  });
});

describe("a link stops working", () => {
  it.each<[string, (visit: Awaited<ReturnType<typeof linkedVisit>>) => Promise<unknown>]>([
    [
      "cancelled by the desk",
      ({ id, manager }) => changeStatus(manager.actor, id, { status: "CANCELLED", reason: "Ill" }),
    ],
    [
      "moved by the desk",
      ({ id, manager }) => rescheduleAppointment(manager.actor, id, { start: inDays(8, "12:00").toISOString() }),
    ],
    ["without the right to book", ({ patientId }) => db.patientAccess.deleteMany({ where: { patientId } })],
    [
      "of a suspended account",
      ({ patient }) => db.user.update({ where: { id: patient.user.id }, data: { status: "SUSPENDED" } }),
    ],
  ])("%s", async (_why, change) => {
    const visit = await linkedVisit();
    await openVisitLink(visit.token);
    await change(visit);
    for (const use of [openVisitLink, confirmByLink, cancelByLink])
      await expect(use(visit.token)).rejects.toMatchObject(over);
    await expect(openVisitLink("A".repeat(43))).rejects.toMatchObject(over);
  });

  it("once the appointment begins, and is removed a day later", async () => {
    const { id, patient, doctor } = await linkedVisit();
    const { startsAt } = await statusOf(id);
    const ended = async (expiresAt: Date) => {
      const { token, tokenHash } = newSecretToken();
      const data = {
        appointmentId: id,
        userId: patient.user.id,
        doctorId: doctor.doctorId,
        purpose: "REMINDER",
        startsAt,
        expiresAt,
        tokenHash,
      } as const;
      await db.visitLink.create({ data });
      return token;
    };
    const now = await ended(new Date());
    await expect(confirmByLink(now)).rejects.toMatchObject(over);
    await ended(inDays(-2));
    await removeOldLinks();
    expect(await db.visitLink.count({ where: { appointmentId: id } }), "its own, and the one of just now").toBe(2);
  });

  it("and can never become another", async () => {
    const { id } = await linkedVisit();
    await expect(db.visitLink.updateMany({ where: { appointmentId: id }, data: { phone: "1" } })).rejects.toThrow();
  });
});

describe("races", () => {
  it("of a link and the desk end in one cancellation", async () => {
    const { id, token, manager } = await linkedVisit();
    const desk = changeStatus(manager.actor, id, { status: "CANCELLED", reason: "Ill" });
    await Promise.allSettled([desk, ...Array.from({ length: 8 }, () => cancelByLink(token))]);
    expect(await statusOf(id)).toMatchObject({ status: "CANCELLED", version: 2 });
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "appointment.cancelled" } })).toBe(1);
  });

  it("of a link that cancels and a desk that moves never cancel the new time", async () => {
    const { id, token, manager } = await linkedVisit();
    const start = inDays(8, "14:00");
    const [moved, cancelled] = await Promise.allSettled([
      rescheduleAppointment(manager.actor, id, { start: start.toISOString() }),
      cancelByLink(token),
    ]);
    expect([moved.status, cancelled.status].filter((status) => status === "fulfilled")).toHaveLength(1);
    const now = await statusOf(id);
    expect(now.status === "CANCELLED" ? now.startsAt < start : now.startsAt.getTime() === start.getTime()).toBe(true);
  });

  it("of moves by one link take one time", async () => {
    const { id, token } = await linkedVisit();
    const starts = Array.from({ length: 6 }, (_, n) => inDays(9 + n, "11:00").toISOString());
    const results = await Promise.allSettled(starts.map((start) => moveByLink({ token, start })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await statusOf(id)).version).toBe(2);
  });
});

describe("attendance", () => {
  it("can be confirmed by those who book and by the practice, for upcoming confirmed appointments", async () => {
    const { id, patient, coordinator, doctor } = await linkedVisit();
    const other = await linkedVisit({ minutes: 600 });
    await confirmAttendance(patient.actor, id);
    expect((await confirmAttendance(coordinator.actor, id)).version).toBe(2);
    await expect(confirmAttendance(doctor.actor, other.id)).rejects.toMatchObject(over);
    await changeStatus(other.coordinator.actor, other.id, { status: "CHECKED_IN" });
    await expect(confirmAttendance(other.doctor.actor, other.id)).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("can't be confirmed as long as the appointment needs another time, so that the call about it stays", async () => {
    const { id, coordinator } = await linkedVisit();
    await db.appointment.update({ where: { id }, data: { needsRebooking: true } });
    await expect(confirmAttendance(coordinator.actor, id)).rejects.toMatchObject({ code: "invalid-transition" });
    expect((await statusOf(id)).version).toBe(1);
  });
});
