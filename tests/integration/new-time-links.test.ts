import { describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { listVisitsOf, standOfRow } from "@/lib/domain/disruptions/queries";
import { endDisruption } from "@/lib/domain/disruptions/step-disruption";
import { askForCallByLink, loadOffersByLink, moveByLink, openVisitLink } from "@/lib/domain/visit-links/use-link";
import { db } from "@/lib/platform/db/db";
import { instantText } from "@/lib/platform/time/iso-text";
import { newPatient } from "../support/actors";
import { createHospital, inDays } from "../support/factories";
import { outcome } from "../support/outcome";
import { newColleague, newPractice, visitAt } from "./disruptions-harness";
import { askedOf, askedVisit, callInSick, tokensIn } from "./new-time-harness";
import { statusOf } from "./visit-links-harness";

const became = (end: string) => ({ code: "not-found", extra: { became: end } });
const openCalls = (appointmentId: string) =>
  db.toCall.count({ where: { appointmentId, doneAt: null, withdrawnAt: null } });

describe("a link to choose another time", () => {
  it("opens the appointment and offers the nearest times, with colleagues by name and the same doctor without; looking changes nothing", async () => {
    const practice = await newPractice();
    const [colleague, other] = [await newColleague(practice), await newColleague(practice, false)];
    const { id, token } = await askedVisit({ practice });
    const before = await statusOf(id);
    expect(await openVisitLink(token)).toMatchObject({
      ...{ purpose: "NEW_TIME", needsRebooking: true, canChange: true, isToBeCalled: false },
    });
    const offers = await loadOffersByLink(token);
    expect(offers.same).toHaveLength(6);
    expect(offers.colleagues.map(({ doctorId, doctorName }) => [doctorId, doctorName])).toEqual([
      [colleague.id, colleague.name],
    ]);
    expect(JSON.stringify(offers)).not.toContain(id);
    expect(JSON.stringify(offers)).not.toContain(other.id);
    expect(await statusOf(id)).toEqual(before);
  });

  it("moves the appointment once, brings a file for the calendar, and says afterwards that it has another time", async () => {
    const { id, token, disruptionId, practice } = await askedVisit();
    const [first] = (await loadOffersByLink(token)).same;
    const moved = await moveByLink({ token, start: first!.start });
    expect(moved).toMatchObject({ start: first!.start, needsRebooking: false });
    expect(moved.calendar).toContain("BEGIN:VEVENT");
    expect(moved.calendar).not.toContain((await db.doctor.findFirstOrThrow({ where: { id: moved.doctorId } })).name);
    await expect(moveByLink({ token, start: inDays(9, "11:00").toISOString() })).rejects.toMatchObject(became("MOVED"));
    expect((await statusOf(id)).startsAt).toEqual(new Date(first!.start));
    const { items } = await listVisitsOf(practice.desk, disruptionId, { limit: 10 });
    expect(items.map(standOfRow)).toEqual(["CHOSEN"]);
  });

  it("moves it to a colleague at its own time, and opens nothing afterwards", async () => {
    const practice = await newPractice();
    const colleague = await newColleague(practice);
    const { id, token } = await askedVisit({ practice });
    const start = inDays(2, "09:00");
    expect((await moveByLink({ token, start: start.toISOString(), doctorId: colleague.id })).start).toBe(
      instantText(start),
    );
    expect((await db.appointment.findUniqueOrThrow({ where: { id } })).doctorId).toBe(colleague.id);
    await expect(openVisitLink(token)).rejects.toMatchObject(became("MOVED"));
  });

  it("takes it to no doctor of another specialty or place, and to none while it needs no other time", async () => {
    const practice = await newPractice();
    const other = await newColleague(practice, false);
    const elsewhere = await newColleague({ ...practice, hospitalId: (await createHospital()).id });
    const colleague = await newColleague(practice);
    const { token, disruptionId } = await askedVisit({ practice });
    const start = inDays(3, "09:00").toISOString();
    for (const doctorId of [other.id, elsewhere.id])
      expect(await outcome(moveByLink({ token, start, doctorId }))).toBe("slot-not-offered");
    await endDisruption(practice.desk, { id: disruptionId });
    expect(await outcome(moveByLink({ token, start, doctorId: colleague.id }))).toBe("invalid-transition");
  });

  it("says that the appointment takes place after all once the absence has ended", async () => {
    const { id, token, disruptionId, practice } = await askedVisit();
    await endDisruption(practice.desk, { id: disruptionId });
    expect(await openVisitLink(token)).toMatchObject({ needsRebooking: false, status: "CONFIRMED", canChange: true });
    expect(await outcome(loadOffersByLink(token))).toBe("invalid-transition");
    expect(await outcome(askForCallByLink(token))).toBe("invalid-transition");
    expect(
      (await askedOf(id)).map(({ state, content }) => [state, content]),
      "what hadn't left",
    ).toEqual([["CANCELLED", null]]);
  });

  it("says that the appointment was cancelled, or has another time, by the practice", async () => {
    const practice = await newPractice();
    const [gone, moved] = [await visitAt(practice, inDays(2, "09:00")), await visitAt(practice, inDays(2, "10:00"))];
    await callInSick(practice);
    const [[ofGone = ""], [ofMoved = ""]] = [tokensIn(await askedOf(gone.id)), tokensIn(await askedOf(moved.id))];
    await changeStatus(practice.desk, gone.id, { status: "CANCELLED", reason: "The doctor is ill" });
    await rescheduleAppointment(practice.desk, moved.id, { start: inDays(4, "09:00").toISOString() });
    await expect(openVisitLink(ofGone)).rejects.toMatchObject(became("CANCELLED"));
    await expect(openVisitLink(ofMoved)).rejects.toMatchObject(became("MOVED"));
    await db.patientAccess.deleteMany({ where: { patientId: gone.patientId } });
    await expect(openVisitLink(ofGone), "whose holder has lost the right").rejects.not.toMatchObject({
      extra: { became: "CANCELLED" },
    });
  });
});

describe("asking to be called", () => {
  it("puts the patient on the list once, until they choose a time after all", async () => {
    const { id, patientId, token } = await askedVisit();
    expect(await outcome(askForCallByLink(token)), "without a number").toBe("conflict");
    await db.patient.update({ where: { id: patientId }, data: { phone: "+493055501" } });
    expect(await askForCallByLink(token)).toMatchObject({ isToBeCalled: true, canBeCalled: true });
    await askForCallByLink(token);
    expect(await openCalls(id)).toBe(1);
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: id, action: "appointment.ask-for-call" },
    });
    expect(entry).toMatchObject({ via: "link", actorUserId: null, patientId });
    await moveByLink({ token, start: inDays(3, "09:00").toISOString() });
    expect(await openCalls(id)).toBe(0);
  });
});

describe("races", () => {
  it("two patients choose the same time: one gets it, the other hears so and is offered the next", async () => {
    const practice = await newPractice();
    const visits = [await visitAt(practice, inDays(2, "09:00")), await visitAt(practice, inDays(2, "10:00"))];
    await callInSick(practice);
    const tokens = await Promise.all(visits.map(async ({ id }) => tokensIn(await askedOf(id))[0]!));
    const start = inDays(3, "09:00").toISOString();
    const results = await Promise.allSettled(tokens.map((token) => moveByLink({ token, start })));
    const lost = results.findIndex(({ status }) => status === "rejected");
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { reason } = results[lost] as { reason: { code: string; extra: { alternatives: object[] } } };
    expect(reason).toMatchObject({ code: "slot-taken" });
    expect(reason.extra.alternatives.length).toBeGreaterThan(0);
    const left = (await loadOffersByLink(tokens[lost]!)).same.map((slot) => Date.parse(slot.start));
    expect(left).not.toContain(Date.parse(start));
  });

  it("a patient who chooses while the desk moves them ends in one move, and a call asked for meanwhile in none", async () => {
    const { id, patientId, token, practice } = await askedVisit();
    await db.patient.update({ where: { id: patientId }, data: { phone: "+493055501" } });
    const { version } = await statusOf(id);
    await Promise.allSettled([
      moveByLink({ token, start: inDays(3, "09:00").toISOString() }),
      rescheduleAppointment(practice.desk, id, { start: inDays(4, "09:00").toISOString() }, version),
      askForCallByLink(token),
    ]);
    expect((await statusOf(id)).version).toBe(version + 1);
    expect(await openCalls(id)).toBe(0);
  });

  it("a time that a passer-by has taken is said to be taken", async () => {
    const { token, practice } = await askedVisit();
    const passerBy = await newPatient();
    const start = inDays(3, "09:00").toISOString();
    const { doctorId } = practice.doctor;
    await bookAppointment(passerBy.actor, { doctorId, patientId: passerBy.patient.id, start });
    await expect(moveByLink({ token, start })).rejects.toMatchObject({ code: "slot-taken" });
  });
});
