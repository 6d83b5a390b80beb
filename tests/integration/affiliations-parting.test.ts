import { beforeAll, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { changeAffiliation, previewAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { getAffiliation } from "@/lib/domain/affiliations/queries";
import type { AffiliationStatus } from "@/lib/domain/affiliations/status";
import { listBookableDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { replaceSchedule } from "@/lib/domain/schedules/save-schedule";
import { scheduleInputSchema } from "@/lib/domain/schedules/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { inDays } from "../support/factories";
import { actorOf } from "../support/actors";
import { answer, outcome } from "../support/outcome";
import { createMeeting, joinedDoctor, MISSING, workingDoctor, type Meeting } from "./affiliations-cast";
import { eventsOf } from "./stored-events";

let meeting: Meeting;
beforeAll(async () => {
  meeting = await createMeeting();
});

const change = (actor: Actor, id: string, status: AffiliationStatus, reason: string | undefined = "A good reason") =>
  changeAffiliation(actor, id, { status, reason });
const rowOf = (id: string) => db.affiliation.findUniqueOrThrow({ where: { id } });

const placesOffered = async (doctorId: string) => {
  const { slots } = await getAvailability(doctorId, {
    from: inDays(2, "00:00").toISOString(),
    to: inDays(3, "00:00").toISOString(),
  });
  return [...new Set(slots.map(({ hospitalId }) => hospitalId))].sort();
};

describe("changing an affiliation", () => {
  it("lets the manager suspend, reinstate and end it and the doctor leave it, coordinators and administrators only read it, and others find nothing", async () => {
    const { manager, coordinator, stranger, patient, admin, free } = meeting;
    const doctor = await joinedDoctor(meeting);
    const id = doctor.affiliationId;
    for (const status of ["SUSPENDED", "ACTIVE", "ENDED"] as const) {
      for (const actor of [stranger, patient.actor, free.actor]) {
        expect(await answer(change(actor, id, status))).toEqual(await answer(change(actor, MISSING, status)));
        expect(await outcome(change(actor, id, status))).toBe("not-found");
      }
      for (const actor of [coordinator.actor, admin.actor])
        expect(await outcome(change(actor, id, status))).toBe("forbidden");
    }
    expect(await outcome(change(doctor.actor, id, "SUSPENDED"))).toBe("forbidden");
    expect(await outcome(change(manager.actor, id, "SUSPENDED"))).toBe("ok");
    expect(await outcome(change(doctor.actor, id, "ACTIVE"))).toBe("forbidden");
    expect(await outcome(change(manager.actor, id, "ACTIVE"))).toBe("ok");
    expect(await outcome(change(doctor.actor, id, "ENDED"))).toBe("ok");
    for (const actor of [coordinator.actor, admin.actor, doctor.actor, manager.actor])
      expect((await getAffiliation(actor, id)).status).toBe("ENDED");
    expect(await eventsOf(id)).toEqual([
      "affiliation.created",
      "affiliation.suspended",
      "affiliation.reinstated",
      "affiliation.ended",
    ]);
  });

  it("allows no step that doesn't exist, none without a reason and none on an older version", async () => {
    const { affiliationId: id } = await joinedDoctor(meeting);
    const manager = meeting.manager.actor;
    for (const status of ["SUSPENDED", "ENDED"] as const)
      expect(await outcome(changeAffiliation(manager, id, { status }))).toBe("invalid");
    expect(await outcome(changeAffiliation(manager, id, { status: "SUSPENDED", reason: "x" }, 9))).toBe(
      "version-mismatch",
    );
    await change(manager, id, "ENDED");
    for (const status of ["ACTIVE", "SUSPENDED"] as const)
      expect(await outcome(change(manager, id, status))).toBe("invalid-transition");
    expect(await outcome(change(manager, id, "ENDED", "Another reason"))).toBe("invalid-transition");
    await expect(db.affiliation.update({ where: { id }, data: { status: "ACTIVE" } })).rejects.toThrow();
  });

  it("shows beforehand how many visits it concerns, to those who may change it", async () => {
    const { affiliationId, actor } = await workingDoctor(meeting);
    for (const one of [meeting.manager.actor, actor])
      expect(await previewAffiliation(one, affiliationId)).toEqual({ comingVisits: 2 });
    expect(await outcome(previewAffiliation(meeting.coordinator.actor, affiliationId))).toBe("forbidden");
    expect(await outcome(previewAffiliation(meeting.stranger, affiliationId))).toBe("not-found");
  });
});

describe("suspending an affiliation", () => {
  it("closes the hours at that place only and keeps its visits, and reinstating opens them again", async () => {
    const { manager, hospital, coordinator } = meeting;
    const { id, affiliationId, hours, visits } = await workingDoctor(meeting);
    expect(await placesOffered(id)).toEqual([hospital.id, null].sort());
    await change(manager.actor, affiliationId, "SUSPENDED", "A question to clear up");
    expect(await placesOffered(id)).toEqual([null]);
    expect((await db.schedule.findUniqueOrThrow({ where: { id: hours.id } })).closedAt).not.toBeNull();
    expect((await listHospitalDoctors(hospital.id, { limit: 100 })).items.map((one) => one.id)).not.toContain(id);
    expect((await listBookableDoctors(coordinator.actor, hospital.id)).find((one) => one.id === id)).toMatchObject({
      isBookable: false,
    });
    expect(
      await db.appointment.count({ where: { id: visits.here.id, needsRebooking: false, status: "CONFIRMED" } }),
    ).toBe(1);
    expect(await rowOf(affiliationId)).toMatchObject({ status: "SUSPENDED", statusReason: "A question to clear up" });
    await change(manager.actor, affiliationId, "ACTIVE", undefined);
    expect(await placesOffered(id)).toEqual([hospital.id, null].sort());
    expect(await rowOf(affiliationId)).toMatchObject({ status: "ACTIVE", statusReason: null });
  });

  it("prevents changes to the closed hours meanwhile", async () => {
    const { affiliationId, hours, actor } = await workingDoctor(meeting);
    await change(meeting.manager.actor, affiliationId, "SUSPENDED");
    const input = scheduleInputSchema.parse({
      hospitalId: meeting.hospital.id,
      timeZone: "UTC",
      slotMinutes: 30,
      rules: [],
    });
    expect(await outcome(replaceSchedule(actor, hours.id, input))).toBe("invalid");
  });
});

describe("ending an affiliation", () => {
  it("closes the hours, keeps the visits there and asks for another time, and leaves other places and the past alone", async () => {
    const { id, affiliationId, hours, visits, patient } = await workingDoctor(meeting);
    await change(meeting.manager.actor, affiliationId, "ENDED");
    expect(await placesOffered(id)).toEqual([null]);
    expect((await db.schedule.findUniqueOrThrow({ where: { id: hours.id } })).closedAt).not.toBeNull();
    const marked = await db.appointment.findMany({
      where: { doctorId: id, needsRebooking: true },
      select: { id: true, status: true },
      orderBy: { startsAt: "asc" },
    });
    expect(marked).toEqual([visits.here, visits.orphaned].map((visit) => ({ id: visit.id, status: "CONFIRMED" })));
    const events = await db.domainEvent.findMany({
      where: { aggregateId: { in: [visits.here.id, visits.orphaned.id] } },
    });
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event.type).toBe("appointment.needs-rebooking");
      expect(event.audience).toEqual([`patient:${patient.id}`, `doctor:${id}`, `hospital:${meeting.hospital.id}`]);
    }
    expect(await db.domainEvent.count({ where: { aggregateId: id, type: "availability.changed" } })).toBeGreaterThan(0);
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: affiliationId, action: "affiliation.ended" },
    });
    expect(audit).toMatchObject({
      doctorId: id,
      hospitalId: meeting.hospital.id,
      details: { from: "ACTIVE", needRebooking: 2 },
    });
    expect(JSON.stringify(audit.details)).not.toContain("A good reason");
  });

  it("is reversible: a doctor who rejoins finds the hours open and the visits that fit them unmarked", async () => {
    const { id, actor, affiliationId, visits } = await workingDoctor(meeting);
    await change(actor, affiliationId, "ENDED");
    const again = await inviteDoctor(meeting.manager.actor, meeting.hospital.id, { doctorId: id });
    const accepted = await answerInvitation(actor, again.id, { response: "accept" });
    expect(accepted.affiliationId).not.toBe(affiliationId);
    expect(await placesOffered(id)).toEqual([meeting.hospital.id, null].sort());
    expect(await db.appointment.count({ where: { id: visits.here.id, needsRebooking: false } })).toBe(1);
  });

  it("notifies the patients, the doctor and the other managers, each with the other side's name, but not the actor", async () => {
    const { actor, user, affiliationId, visits, patientUser } = await workingDoctor(meeting);
    await change(meeting.manager.actor, affiliationId, "ENDED");
    const events = await pendingDeliveries("notifications", 1_000);
    await deliverNotifications(
      events.filter(({ aggregateId }) => aggregateId === affiliationId || aggregateId === visits.here.id),
    );
    const told = await db.notification.findMany({ where: { type: "affiliation.ended" }, select: { userId: true } });
    expect(told.map(({ userId }) => userId)).toContain(user.id);
    expect(told.map(({ userId }) => userId)).not.toContain(meeting.manager.user.id);
    expect(told.map(({ userId }) => userId)).not.toContain(meeting.coordinator.user.id);
    expect(
      await db.notification.count({ where: { userId: patientUser.id, type: "appointment.needs-rebooking" } }),
    ).toBe(1);
    const { items } = await listNotificationItems(actor, { limit: 10 });
    expect(items.find(({ type }) => type === "affiliation.ended")).toMatchObject({ party: meeting.hospital.name });
    const theirs = await listNotificationItems(await actorOf(patientUser), { limit: 10 });
    expect(theirs.items.every(({ party }) => !party)).toBe(true);
  });
});
