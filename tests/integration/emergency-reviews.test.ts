import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { endEmergencyAccess } from "@/lib/domain/emergency-access/end-emergency-access";
import { countOpenReviews, listOwnEmergencies, listReviews } from "@/lib/domain/emergency-access/queries";
import { reviewEmergencyAccess } from "@/lib/domain/emergency-access/review-emergency-access";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { listAllergies } from "@/lib/domain/background/queries";
import { getEncounter } from "@/lib/domain/records/queries";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, createCast, newDoctor } from "@/tests/support/actors";
import { createAdmin } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { emergencyVisit, open, openedAgo, REASON } from "./emergency-access-harness";

const OPEN = { state: "open", limit: 100 } as const;
let visit: Awaited<ReturnType<typeof emergencyVisit>>;
let cast: Awaited<ReturnType<typeof createCast>>;
let patientId: string;

beforeAll(async () => {
  [visit, cast] = [await emergencyVisit(), await createCast()];
  patientId = visit.patient.patient.id;
});

const review = (actor: Actor, id: string, verdict: "JUSTIFIED" | "NOT_JUSTIFIED", remark?: string) =>
  reviewEmergencyAccess(actor, { id, verdict, remark });

describe("the review of an emergency access", () => {
  it("is an administrator's: who, why and how many looks, and nothing of the record", async () => {
    const doctor = await newDoctor();
    const { id } = await open(doctor.actor);
    // What an open page reads again is one look.
    await getEncounter(doctor.actor, visit.appointmentId);
    await getEncounter(doctor.actor, visit.appointmentId);
    await listAllergies(doctor.actor, patientId);
    for (const { actor } of [cast.doctor, cast.manager, cast.patient, visit.patient, doctor]) {
      expect(await outcome(listReviews(actor, OPEN))).toBe("not-found");
      expect(await outcome(review(actor, id, "JUSTIFIED"))).toBe("not-found");
      expect(await countOpenReviews(actor)).toBe(0);
    }
    const { items } = await listReviews(cast.admin.actor, OPEN);
    expect(items.find((one) => one.id === id)).toMatchObject({ reason: REASON, looks: 2, canReview: true });
    expect(await countOpenReviews(cast.admin.actor)).toBeGreaterThan(0);
    expect(await outcome(getEncounter(cast.admin.actor, visit.appointmentId))).toBe("not-found");
  });

  it("is given once, with a remark when it wasn't justified, and the doctor sees it", async () => {
    const doctor = await newDoctor();
    const id = await openedAgo(doctor.actor, patientId, 10);
    expect(await outcome(review(cast.admin.actor, id, "NOT_JUSTIFIED"))).toBe("invalid");
    const another = await actorOf(await createAdmin());
    const both = [
      review(cast.admin.actor, id, "NOT_JUSTIFIED", "No emergency that we can see."),
      review(another, id, "NOT_JUSTIFIED", "No emergency that we can see."),
    ].map(outcome);
    expect((await Promise.all(both)).sort()).toEqual(["invalid-transition", "ok"]);
    expect((await listOwnEmergencies(doctor.actor, { limit: 5 })).items).toMatchObject([
      { verdict: "NOT_JUSTIFIED", remark: "No emergency that we can see." },
    ]);
    expect((await listReviews(cast.admin.actor, OPEN)).items.map((one) => one.id)).not.toContain(id);
    const undo = inTransaction(cast.admin.actor, (tx) =>
      tx.emergencyAccess.update({ where: { id }, data: { verdict: null, reviewedAt: null, reviewedById: null } }),
    );
    await expect(undo).rejects.toThrow();
  });

  it("isn't given by who opened the record, by the database neither", async () => {
    const doctor = await newDoctor();
    await db.user.update({ where: { id: doctor.user.id }, data: { isAdmin: true } });
    const actor = await actorOf(doctor.user);
    const id = await openedAgo(actor, patientId, 10);
    expect((await listReviews(actor, OPEN)).items.find((one) => one.id === id)).toMatchObject({ canReview: false });
    expect(await outcome(review(actor, id, "JUSTIFIED"))).toBe("forbidden");
    const data = { verdict: "JUSTIFIED", reviewedAt: new Date(), reviewedById: doctor.user.id } as const;
    for (const one of [actor, (await newDoctor()).actor]) {
      const forced = inTransaction(one, (tx) => tx.emergencyAccess.updateMany({ where: { id }, data }));
      expect(
        await forced.then(
          ({ count }) => count,
          () => 0,
        ),
      ).toBe(0);
    }
  });

  it("notifies the family, administrators and the doctor, as the opening does, without a name", async () => {
    const doctor = await newDoctor();
    const { id } = await open(doctor.actor);
    await endEmergencyAccess(doctor.actor, { id });
    await review(cast.admin.actor, id, "JUSTIFIED");
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    const of = async (user: { id: string }) =>
      (await listNotificationItems(await actorOf(user), { limit: 50 })).items
        .filter(({ reading }) => reading)
        .map(({ type, reading }) => `${type} ${reading?.side}`);
    expect(await of(doctor.user)).toEqual(["emergency-access.reviewed doctor"]);
    expect(await of(visit.patient.user)).toEqual(
      expect.arrayContaining(["emergency-access.opened patient", "emergency-access.reviewed patient"]),
    );
    expect(await of(cast.admin.user)).toContain("emergency-access.opened admin");
    const { audience } = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(audience).toEqual([`doctor:${doctor.doctorId}`, `record:${patientId}`, "admin"]);
  });
});
