import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { db } from "@/lib/platform/db/db";
import { createHospital } from "../support/factories";
import { answer, outcome } from "../support/outcome";
import { askOf, MISSING } from "./affiliations-cast";
import { invite, meet, meeting } from "./affiliations-invitations-harness";
import { eventsOf } from "./stored-events";

beforeAll(meet);
beforeEach(() => db.rateLimitWindow.deleteMany());

describe("asking to join", () => {
  it("is for verified doctors and listed hospitals", async () => {
    const { hospital, patient, manager, newDoctor } = meeting;
    for (const actor of [patient.actor, manager.actor])
      expect(await outcome(askOf(actor, hospital.id))).toBe("not-found");
    const young = await newDoctor({ verification: "PENDING", verifiedAt: null });
    expect(await outcome(askOf(young.actor, hospital.id))).toBe("forbidden");
    const doctor = await newDoctor();
    const hidden = await createHospital({ verification: "PENDING", verifiedAt: null });
    expect(await answer(askOf(doctor.actor, hidden.id))).toEqual(await answer(askOf(doctor.actor, MISSING)));
  });

  it("notifies the managers, who accept into one of their departments, and not coordinators", async () => {
    const { hospital, manager, coordinator } = meeting;
    const doctor = await meeting.newDoctor();
    const { id } = await askOf(doctor.actor, hospital.id);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(event.type).toBe("invitation.requested");
    expect(event.audience).toContain(`user:${manager.user.id}`);
    expect(event.audience).not.toContain(`user:${coordinator.user.id}`);
    const department = await db.department.create({ data: { hospitalId: hospital.id, name: "Requests" } });
    const foreign = await db.department.create({ data: { hospitalId: meeting.other.id, name: "Requests" } });
    expect(await outcome(answerInvitation(manager.actor, id, { response: "accept", departmentId: foreign.id }))).toBe(
      "invalid",
    );
    const { affiliationId } = await answerInvitation(manager.actor, id, {
      response: "accept",
      departmentId: department.id,
    });
    expect(await db.affiliation.findUniqueOrThrow({ where: { id: affiliationId ?? "" } })).toMatchObject({
      departmentId: department.id,
    });
    expect(await eventsOf(id)).toEqual(["invitation.requested", "invitation.request-accepted"]);
  });

  it("conflicts with an invitation of the same pair, whichever comes first, and each side is told what to do", async () => {
    const [asked, invited] = [await meeting.newDoctor(), await meeting.newDoctor()];
    await askOf(asked.actor, meeting.hospital.id);
    expect(await answer(invite(asked.id))).toMatchObject({
      code: "already-exists",
      message: expect.stringContaining("Answer the request"),
    });
    await invite(invited.id);
    expect(await answer(askOf(invited.actor, meeting.hospital.id))).toMatchObject({
      code: "already-exists",
      message: expect.stringContaining("Accept the invitation"),
    });
    expect(await outcome(askOf(asked.actor, meeting.hospital.id))).toBe("already-exists");
  });

  it("can be withdrawn by the doctor", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await askOf(doctor.actor, meeting.hospital.id);
    expect((await withdrawInvitation(doctor.actor, id)).status).toBe("WITHDRAWN");
    expect(await outcome(answerInvitation(meeting.manager.actor, id, { response: "accept" }))).toBe(
      "invalid-transition",
    );
  });
});
