import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { getInvitation } from "@/lib/domain/affiliations/queries";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { listBookableDoctors, listOwnDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { listHospitalsForHours } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";
import { inDays } from "../support/factories";
import { answer, outcome } from "../support/outcome";
import { askOf, joinedDoctor, MISSING } from "./affiliations-cast";
import { invite, meet, meeting } from "./affiliations-invitations-harness";
import { eventsOf } from "./stored-events";

beforeAll(meet);
beforeEach(() => db.rateLimitWindow.deleteMany());

describe("answering an invitation", () => {
  it("is for the doctor, and a request for the managers, and 404 or 403 for everyone else", async () => {
    const { hospital, manager, coordinator, stranger, patient, admin, free } = meeting;
    const doctor = await meeting.newDoctor();
    const ids = { INVITATION: (await invite(doctor.id)).id, REQUEST: "" };
    const asking = await meeting.newDoctor();
    ids.REQUEST = (await askOf(asking.actor, hospital.id)).id;
    const respond = (actor: typeof free.actor, id: string) => answerInvitation(actor, id, { response: "accept" });
    for (const id of Object.values(ids)) {
      for (const actor of [coordinator.actor, stranger, patient.actor, free.actor]) {
        expect(await answer(respond(actor, id))).toEqual(await answer(respond(actor, MISSING)));
        expect(await outcome(respond(actor, id))).toBe("not-found");
        expect(await outcome(withdrawInvitation(actor, id))).toBe("not-found");
      }
      expect(await outcome(respond(admin.actor, id))).toBe("forbidden");
      expect(await outcome(withdrawInvitation(admin.actor, id))).toBe("forbidden");
    }
    expect(await outcome(respond(manager.actor, ids.INVITATION))).toBe("forbidden");
    expect(await outcome(respond(asking.actor, ids.REQUEST))).toBe("forbidden");
    expect(await outcome(withdrawInvitation(doctor.actor, ids.INVITATION))).toBe("forbidden");
    expect(await outcome(withdrawInvitation(manager.actor, ids.REQUEST))).toBe("forbidden");
    expect(await outcome(respond(doctor.actor, ids.INVITATION))).toBe("ok");
    expect(await outcome(respond(manager.actor, ids.REQUEST))).toBe("ok");
  });

  it("lists the doctor in the hospital, on its public page and at its front desk, with a place to keep hours", async () => {
    const { hospital, coordinator } = meeting;
    const doctor = await joinedDoctor(meeting);
    const day = { from: inDays(0, "00:00"), to: inDays(1, "00:00") };
    const list = await listOwnDoctors(coordinator.actor, hospital.id, { limit: 100, now: new Date(), day });
    expect(list.items.find(({ id }) => id === doctor.id)).toMatchObject({ affiliation: "ACTIVE", isListed: true });
    expect((await listHospitalDoctors(hospital.id, { limit: 100 })).items.map(({ id }) => id)).toContain(doctor.id);
    expect(
      (await listBookableDoctors(coordinator.actor, hospital.id)).find(({ id }) => id === doctor.id),
    ).toMatchObject({ isBookable: true });
    expect((await listHospitalsForHours(db, doctor.id)).map(({ id }) => id)).toEqual([hospital.id]);
    expect(await eventsOf(doctor.affiliationId)).toEqual(["affiliation.created"]);
    const told = await db.domainEvent.findMany({
      where: {
        type: { in: ["hospital.changed", "availability.changed"] },
        aggregateId: { in: [hospital.id, doctor.id] },
      },
    });
    expect(told.map(({ audience }) => audience).flat()).toEqual(
      expect.arrayContaining([`public-hospital:${hospital.id}`, `public-doctor:${doctor.id}`]),
    );
  });

  it("is possible once, and then says what became of it", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    await answerInvitation(doctor.actor, id, { response: "decline", reason: "Too far away" });
    const again = {
      code: "invalid-transition",
      message: "This has already been declined.",
      extra: { status: "DECLINED" },
    };
    expect(await answer(answerInvitation(doctor.actor, id, { response: "accept" }))).toEqual(again);
    expect(await answer(withdrawInvitation(meeting.manager.actor, id))).toEqual(again);
    expect(await getInvitation(meeting.manager.actor, id)).toMatchObject({
      status: "DECLINED",
      statusReason: "Too far away",
    });
    expect(await eventsOf(id)).toEqual(["invitation.created", "invitation.declined"]);
  });

  it("compares the expected version", async () => {
    const doctor = await meeting.newDoctor();
    const { id } = await invite(doctor.id);
    expect(await outcome(answerInvitation(doctor.actor, id, { response: "accept" }, 7))).toBe("version-mismatch");
    expect(await outcome(withdrawInvitation(meeting.manager.actor, id, 7))).toBe("version-mismatch");
    expect(await outcome(withdrawInvitation(meeting.manager.actor, id, 1))).toBe("ok");
  });

  it("can't be done by anyone whose profile is suspended or rejected", async () => {
    for (const verification of ["SUSPENDED", "REJECTED"] as const) {
      const doctor = await meeting.newDoctor();
      const { id } = await invite(doctor.id);
      await db.doctor.update({ where: { id: doctor.id }, data: { verification } });
      expect(await outcome(answerInvitation(doctor.actor, id, { response: "accept" }))).toBe("invalid-transition");
      expect(await db.affiliation.count({ where: { doctorId: doctor.id } })).toBe(0);
    }
  });
});
