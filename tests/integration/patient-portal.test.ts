import { beforeAll, describe, expect, it } from "vitest";
import { listAppointmentTimes, listAppointmentCards, findOwnHoldId } from "@/lib/domain/appointments/queries";
import { holdSlot } from "@/lib/domain/appointments/hold-slot";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { listSignedNotes } from "@/lib/domain/records/queries";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createAppointment, createDoctor, createPatient, inDays } from "../support/factories";
import { storeNote } from "@/tests/support/notes";

const HOUR = 3_600_000;

async function family() {
  const doctor = await createDoctor();
  const own = await createPatient();
  const child = await createPatient({ user: own.user, access: { relation: "CHILD" }, over: { name: "Child" } });
  const stranger = await createPatient();
  return {
    doctor,
    own,
    child,
    stranger,
    actor: await actorOf(own.user),
    doctorActor: await actorOf(doctor.user),
    strangerActor: await actorOf(stranger.user),
  };
}

let cast: Awaited<ReturnType<typeof family>>;
beforeAll(async () => {
  cast = await family();
});

describe("visits in the patient's portal", () => {
  it("are upcoming until they end, or for a day after an unclosed start, and otherwise past", async () => {
    const { doctor, own, actor } = await family();
    const now = new Date(Date.now());
    const of = { doctorId: doctor.doctor.id, patientId: own.patient.id };
    const visit = (
      hours: number,
      status: "CONFIRMED" | "PENDING" | "CHECKED_IN" | "IN_PROGRESS" | "CANCELLED" | "COMPLETED",
    ) => createAppointment(of, { startsAt: new Date(now.getTime() + hours * HOUR), status });
    const upcoming = [
      await visit(-0.25, "CONFIRMED"),
      await visit(-3, "CHECKED_IN"),
      await visit(-5, "IN_PROGRESS"),
      await visit(4, "PENDING"),
      await visit(6, "CONFIRMED"),
    ];
    const past = [
      await visit(-7, "CONFIRMED"),
      await visit(-30, "CHECKED_IN"),
      await visit(9, "CANCELLED"),
      await visit(-50, "COMPLETED"),
    ];
    // A hold that expired was abandoned: it is in no one's past.
    await createAppointment(of, {
      startsAt: new Date(now.getTime() + 12 * HOUR),
      status: "EXPIRED",
      holdExpiresAt: now,
      bookedByUserId: own.user.id,
    });
    const ids = async (is: "upcoming" | "past") =>
      (await listAppointmentCards(actor, { patientIds: actor.patientIds, side: { is, now } }, { limit: 50 })).items
        .map(({ id }) => id)
        .toSorted();
    expect(await ids("upcoming")).toEqual(upcoming.map(({ id }) => id).toSorted());
    expect(await ids("past")).toEqual(past.map(({ id }) => id).toSorted());
  });

  it("show one's own hold to oneself alone", async () => {
    const { doctor, actor, strangerActor } = cast;
    const start = inDays(3, "10:00").toISOString();
    const hold = await holdSlot(actor, { doctorId: doctor.doctor.id, start });
    const window = { from: inDays(3, "09:00").toISOString(), to: inDays(3, "12:00").toISOString() };
    const offered = async (ignored: string | null) =>
      (await getAvailability(doctor.doctor.id, window, ignored)).slots.some((slot) => slot.start === hold.start);
    expect(await findOwnHoldId(actor, doctor.doctor.id, new Date())).toBe(hold.id);
    expect(await findOwnHoldId(strangerActor, doctor.doctor.id, new Date())).toBeNull();
    expect(await findOwnHoldId(actor, doctor.doctor.id, new Date(Date.now() + 6 * 60_000))).toBeNull();
    expect([await offered(hold.id), await offered(null)]).toEqual([true, false]);
  });
});

describe("records in the patient's portal", () => {
  it("list the signed notes of one's own patients only, page by page, and log every access", async () => {
    const { doctor, own, child, stranger, actor, doctorActor, strangerActor } = await family();
    const note = async (patientId: string, status: "SIGNED" | "DRAFT", hour: number) => {
      const visit = await createAppointment(
        { doctorId: doctor.doctor.id, patientId },
        { startsAt: inDays(-hour - 2, "10:00"), status: "COMPLETED" },
      );
      const createdAt = new Date(Date.now() - hour * HOUR);
      const data = {
        appointmentId: visit.id,
        patientId,
        doctorId: doctor.doctor.id,
        status,
        assessment: "A",
        createdAt,
        signedAt: status === "SIGNED" ? createdAt : null,
      };
      await storeNote(doctorActor, data);
      return visit.id;
    };
    const [a, b, c] = [
      await note(own.patient.id, "SIGNED", 1),
      await note(child.patient.id, "SIGNED", 2),
      await note(own.patient.id, "SIGNED", 3),
    ];
    await note(own.patient.id, "DRAFT", 4);
    await note(stranger.patient.id, "SIGNED", 5);
    const everyone = { patientIds: [own.patient.id, child.patient.id, stranger.patient.id] };
    const first = await listSignedNotes(actor, everyone, { limit: 2 });
    const second = await listSignedNotes(actor, everyone, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([first, second].map((page) => page.items.map(({ id }) => id))).toEqual([[a, b], [c]]);
    expect(second.nextCursor).toBeNull();
    expect((await listSignedNotes(strangerActor, { patientIds: [own.patient.id] }, { limit: 9 })).items).toEqual([]);
    const looks = await db.auditEntry.findMany({
      where: { action: "encounter.list" },
      select: { actorUserId: true, patientId: true },
    });
    expect(
      looks
        .filter(({ actorUserId }) => actorUserId === own.user.id)
        .map(({ patientId }) => patientId)
        .toSorted(),
    ).toEqual([own.patient.id, own.patient.id, child.patient.id, child.patient.id].toSorted());
    expect(looks.filter(({ actorUserId }) => actorUserId === stranger.user.id)).toEqual([]);
  });
});

describe("notifications in the portal", () => {
  it("say who and when as the appointment is now, from the reader's side, and nothing about others' visits", async () => {
    const { doctor, own, stranger, actor, doctorActor } = await family();
    const [visit, foreign] = await Promise.all(
      [own, stranger].map(({ patient }) => createAppointment({ doctorId: doctor.doctor.id, patientId: patient.id })),
    );
    let n = 0;
    const tell = (userId: string, appointmentId: string | undefined, type: string) =>
      db.notification.create({
        data: {
          userId,
          type,
          eventId: `01890000-0000-7000-8000-${String(++n).padStart(12, "0")}`,
          refs: appointmentId ? { appointmentId } : {},
          createdAt: new Date(Date.now() + n),
        },
      });
    await tell(own.user.id, foreign?.id, "appointment.cancelled");
    await tell(own.user.id, visit?.id, "appointment.confirmed");
    await tell(own.user.id, undefined, "doctor.verified");
    await tell(doctor.user.id, visit?.id, "appointment.booked");
    const [plain, known, hidden] = (await listNotificationItems(actor, { limit: 9 })).items;
    expect(known).toMatchObject({
      isRead: false,
      visit: { id: visit?.id, side: "patient", withName: doctor.doctor.name, start: visit?.startsAt.toISOString() },
    });
    expect([plain?.visit, hidden?.visit]).toEqual([null, null]);
    expect((await listNotificationItems(doctorActor, { limit: 9 })).items[0]?.visit).toMatchObject({
      side: "doctor",
      withName: own.patient.name,
    });
    expect(await listAppointmentTimes(actor, [foreign?.id ?? ""])).toEqual([]);
  });
});
