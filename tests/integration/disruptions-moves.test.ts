import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { loadOffers } from "@/lib/domain/disruptions/load-offers";
import { movePatients, planPatientMoves } from "@/lib/domain/disruptions/move-patients";
import { getDisruption } from "@/lib/domain/disruptions/queries";
import { tellPatients } from "@/lib/domain/disruptions/tell-patients";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "../support/actors";
import { createAppointment, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { afterwards, awayOn, newColleague, newPractice, visitAt, type Practice } from "./disruptions-harness";
import { eventsOf } from "./stored-events";

async function sick(practice: Practice) {
  const { id } = await announceAway(practice.desk, awayOn(practice, 2));
  await tellPatients(id, afterwards());
  return id;
}
const timeOf = async (id: string) => (await db.appointment.findUniqueOrThrow({ where: { id } })).startsAt;

describe("the times offered to a patient", () => {
  it("are the nearest with the same doctor and with colleagues of the specialty, none when the patient is busy", async () => {
    const practice = await newPractice();
    const [colleague, other] = [await newColleague(practice), await newColleague(practice, false)];
    const visit = await visitAt(practice, inDays(2, "16:30"));
    await createAppointment({ doctorId: other.id, patientId: visit.patientId }, { startsAt: inDays(3, "09:00") });
    expect(await outcome(loadOffers(visit.actor, visit.id)), "nothing is wrong with it").toBe("invalid-transition");
    await sick(practice);
    const { same, colleagues } = await loadOffers(visit.actor, visit.id);
    expect(same.doctorId).toBe(practice.doctor.doctorId);
    expect(same.slots).toHaveLength(6);
    expect(same.slots.some(({ start }) => start.startsWith(inDays(2, "09:00").toISOString().slice(0, 10)))).toBe(false);
    expect(same.slots.map(({ start }) => start)).not.toContain(inDays(3, "09:00").toISOString().replace(".000", ""));
    expect(colleagues.map(({ doctorId, slots }) => [doctorId, slots.length])).toEqual([[colleague.id, 3]]);
    expect(await outcome(loadOffers((await newPatient()).actor, visit.id))).toBe("not-found");
  });

  it("can be taken with the same doctor, or with a colleague, who then has the same appointment", async () => {
    const practice = await newPractice();
    const [colleague, other] = [await newColleague(practice), await newColleague(practice, false)];
    const visit = await visitAt(practice, inDays(2, "09:00"));
    const start = inDays(2, "10:00").toISOString();
    const toColleague = { start, doctorId: colleague.id };
    expect(await outcome(rescheduleAppointment(visit.actor, visit.id, toColleague))).toBe("invalid-transition");
    const id = await sick(practice);
    expect(await outcome(rescheduleAppointment(visit.actor, visit.id, { start, doctorId: other.id }))).toBe(
      "slot-not-offered",
    );
    const moved = await rescheduleAppointment(visit.actor, visit.id, toColleague);
    expect(moved).toMatchObject({ id: visit.id, doctorId: colleague.id, needsRebooking: false, notified: null });
    expect(await eventsOf(visit.id)).toEqual(["appointment.needs-rebooking", "appointment.rescheduled"]);
    expect((await getDisruption(practice.doctor.actor, id)).progress).toMatchObject({ visits: 1, settled: 1 });
  });
});

describe("the desk moving everyone at once", () => {
  it("proposes times that don't collide, moves by compare-and-swap and reports what didn't go", async () => {
    const practice = await newPractice();
    const [first, second, third] = [
      await visitAt(practice, inDays(2, "09:00")),
      await visitAt(practice, inDays(2, "09:30"), "phone"),
      await visitAt(practice, inDays(2, "10:00")),
    ];
    const id = await sick(practice);
    const { doctorId, moves } = await planPatientMoves(practice.desk, { id });
    const starts = moves.map(({ to }) => to?.start ?? "");
    expect([doctorId, new Set(starts).size]).toEqual([practice.doctor.doctorId, 3]);
    // One moves by themselves meanwhile, and someone takes the time of another.
    await rescheduleAppointment(first.actor, first.id, { start: inDays(9, "09:00").toISOString() });
    const passerBy = await newPatient();
    await bookAppointment(passerBy.actor, {
      doctorId: practice.doctor.doctorId,
      patientId: passerBy.patient.id,
      start: starts[1]!,
    });

    const wanted = moves.map(({ appointmentId, version, to }) => ({ appointmentId, version, start: to?.start ?? "" }));
    const { moved, results } = await movePatients(practice.desk, { id, moves: wanted });
    expect(moved).toBe(1);
    expect(results.map(({ error }) => error)).toEqual(["version-mismatch", "slot-taken", null]);
    expect(results[2]?.notified?.by).toBe("NOTIFICATION");
    expect(await timeOf(first.id)).toEqual(inDays(9, "09:00"));
    expect(await timeOf(second.id)).toEqual(inDays(2, "09:30"));
    expect(await timeOf(third.id)).toEqual(new Date(starts[2]!));
    expect((await planPatientMoves(practice.desk, { id })).moves.map(({ appointmentId }) => appointmentId)).toEqual([
      second.id,
    ]);
  });

  it("goes to a colleague, too", async () => {
    const practice = await newPractice();
    const colleague = await newColleague(practice);
    const visit = await visitAt(practice, inDays(2, "09:00"));
    const id = await sick(practice);
    const plan = await planPatientMoves(practice.desk, { id, doctorId: colleague.id });
    expect(plan.moves[0]?.to?.start, "the colleague has the very time").toBe(
      inDays(2, "09:00").toISOString().replace(".000", ""),
    );
    const moves = plan.moves.map(({ appointmentId, version, to }) => ({ appointmentId, version, start: to!.start }));
    expect(await movePatients(practice.desk, { id, doctorId: colleague.id, moves })).toMatchObject({ moved: 1 });
    expect((await db.appointment.findUniqueOrThrow({ where: { id: visit.id } })).doctorId).toBe(colleague.id);
  });
});

describe("races", () => {
  it("a booking at the same moment either comes before the hours close and is affected, or is refused", async () => {
    const practice = await newPractice();
    const { doctorId } = practice.doctor;
    const people = await Promise.all(Array.from({ length: 6 }, () => newPatient()));
    const book = (index: number) =>
      outcome(
        bookAppointment(people[index]!.actor, {
          ...{ doctorId, patientId: people[index]!.patient.id },
          start: new Date(inDays(2, "09:00").getTime() + index * 30 * 60_000).toISOString(),
        }),
      );
    const [away, ...booked] = await Promise.all([
      announceAway(practice.desk, awayOn(practice, 2)),
      ...people.map((_, index) => book(index)),
    ]);
    expect(booked.every((result) => result === "ok" || result === "slot-not-offered")).toBe(true);
    expect(away.progress.visits).toBe(booked.filter((result) => result === "ok").length);
  });

  it("doesn't tell a patient who reschedules or cancels while it can still be undone", async () => {
    const practice = await newPractice();
    const [mover, leaver] = [await visitAt(practice, inDays(2, "09:00")), await visitAt(practice, inDays(2, "10:00"))];
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    await rescheduleAppointment(mover.actor, mover.id, { start: inDays(5, "09:00").toISOString() });
    await changeStatus(leaver.actor, leaver.id, { status: "CANCELLED" });
    await tellPatients(id, afterwards());
    expect(await eventsOf(mover.id)).toEqual(["appointment.rescheduled"]);
    expect(await eventsOf(leaver.id)).toEqual(["appointment.cancelled"]);
    expect((await getDisruption(practice.desk, id)).progress).toMatchObject({ told: 0, handled: 2, settled: 2 });
  });
});
