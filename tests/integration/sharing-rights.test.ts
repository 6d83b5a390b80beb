import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { endGrant } from "@/lib/domain/sharing/end-grant";
import { expireGrants } from "@/lib/domain/sharing/expire-grants";
import { listGrants, searchSharingDoctors } from "@/lib/domain/sharing/queries";
import { MAX_GRANTS } from "@/lib/domain/sharing/rules";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, createCast, newDoctor, newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { allergyOf, newProxy } from "./background-harness";
import { bornYearsAgo, parentWithChild } from "./family-harness";
import { ALL, share } from "./sharing-harness";
import { eventsOf } from "./stored-events";

let patient: Awaited<ReturnType<typeof newPatient>>;
let patientId: string;

beforeAll(async () => {
  patient = await newPatient();
  patientId = patient.patient.id;
});

describe("sharing a record", () => {
  it("takes the whole right; who reads for the patient sees with whom, and for all others it isn't there", async () => {
    const cast = await createCast();
    const doctors = [await newDoctor(), await newDoctor()];
    const { id } = await share(patient.actor, { patientId, doctorId: doctors[0]!.doctorId });
    const askers = {
      "who does all": [await newProxy(patientId, { scope: "ALL" }), "ok", "ok"],
      "who reads": [await newProxy(patientId, { scope: "READ" }), "ok", "forbidden"],
      "who books": [await newProxy(patientId, { scope: "BOOK" }), "not-found", "not-found"],
      "the doctor": [doctors[0]!, "not-found", "not-found"],
      "another patient": [cast.patient, "not-found", "not-found"],
      "a manager": [cast.manager, "not-found", "not-found"],
      "an administrator": [cast.admin, "not-found", "not-found"],
    } as const;
    for (const [who, [{ actor }, sees, shares]] of Object.entries(askers)) {
      expect(await outcome(listGrants(actor, patientId, ALL)), who).toBe(sees);
      const given = share(actor, { patientId, doctorId: doctors[1]!.doctorId });
      expect(await outcome(given), who).toBe(shares);
      if (shares === "ok") await endGrant(patient.actor, { patientId, id: (await given).id });
      if (shares !== "ok") expect(await outcome(endGrant(actor, { patientId, id })), who).toBe(shares);
    }
    const others = await newPatient();
    expect(await outcome(endGrant(others.actor, { patientId: others.patient.id, id }))).toBe("not-found");
  });

  it("is refused by PostgreSQL too without that right, and a grant that has ended stays so", async () => {
    const [doctor, reader] = [await newDoctor(), await newProxy(patientId, { scope: "READ" })];
    const data = { patientId, doctorId: doctor.doctorId, scope: "RECORD", grantedById: reader.user.id } as const;
    const forced = inTransaction(reader.actor, (tx) => tx.recordGrant.create({ data }));
    expect(await outcome(forced)).toBe("not-found");
    const { id } = await share(patient.actor, { patientId, doctorId: doctor.doctorId });
    const end = (actor: typeof reader.actor) =>
      inTransaction(actor, (tx) => tx.recordGrant.updateMany({ where: { id }, data: { endedAt: new Date() } }));
    expect([await end(reader.actor), await end(doctor.actor)]).toEqual([{ count: 0 }, { count: 0 }]);
    await endGrant(patient.actor, { patientId, id });
    const reopened = inTransaction(patient.actor, (tx) =>
      tx.recordGrant.update({ where: { id }, data: { endedAt: null, endedById: null } }),
    );
    await expect(reopened).rejects.toThrow();
  });

  it("finds verified doctors by name, each once, and shares with twenty at most", async () => {
    const [sharer, verified, waiting] = [
      await newPatient(),
      await newDoctor({ over: { name: "Dr. Zebedee Quill" } }),
      await newDoctor({ over: { name: "Dr. Zebedee Quillon", verification: "PENDING" } }),
    ];
    const own = sharer.patient.id;
    const find = async () =>
      (await searchSharingDoctors(sharer.actor, { patientId: own, name: "zebed" })).map(({ id }) => id);
    expect(await find()).toEqual([verified.doctorId]);
    expect(await outcome(share(sharer.actor, { patientId: own, doctorId: waiting.doctorId }))).toBe("not-found");
    const both = [verified, verified].map(({ doctorId }) => outcome(share(sharer.actor, { patientId: own, doctorId })));
    expect((await Promise.all(both)).sort()).toEqual(["already-exists", "ok"]);
    expect(await find()).toEqual([]);
    for (let count = 1; count < MAX_GRANTS; count++)
      await share(sharer.actor, { patientId: own, doctorId: (await newDoctor()).doctorId });
    const { doctorId } = await newDoctor();
    expect(await outcome(share(sharer.actor, { patientId: own, doctorId }))).toBe("quota-reached");
    const yesterday = share(sharer.actor, { patientId: own, doctorId, endsOn: "2020-01-01" });
    expect(await outcome(yesterday)).toBe("quota-reached");
  });

  it("ends with the majority where a parent has shared", async () => {
    const { actor, patientId: childId } = await parentWithChild(bornYearsAgo(17));
    const doctor = await newDoctor();
    const { untilMajority } = await share(actor, { patientId: childId, doctorId: doctor.doctorId });
    expect(untilMajority).toBe(true);
    const readers = () => db.recordReaderNow.count({ where: { patientId: childId, doctorId: doctor.doctorId } });
    expect(await readers()).toBe(1);
    await db.patient.update({ where: { id: childId }, data: { bornOn: new Date(bornYearsAgo(19)) } });
    expect(await readers()).toBe(0);
  });
});

describe("the news of it", () => {
  it("reaches the doctor and the family without a name, and what changes in the record reaches the doctor", async () => {
    const [doctor, own] = [await newDoctor(), await newPatient()];
    const ownId = own.patient.id;
    const proxy = await newProxy(ownId, { scope: "READ" });
    const { id } = await share(own.actor, { patientId: ownId, doctorId: doctor.doctorId });
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    const of = async (user: { id: string }) =>
      (await listNotificationItems(await actorOf(user), { limit: 5 })).items.map(({ type, reading }) => [
        type,
        reading,
      ]);
    expect(await of(doctor.user)).toEqual([["record-grant.given", { patientId: ownId, side: "doctor" }]]);
    expect(await of(proxy.user)).toEqual([["record-grant.given", { patientId: ownId, side: "patient" }]]);
    expect(await of(own.user)).toEqual([]);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(event.refs).toEqual({ patientId: ownId, doctorId: doctor.doctorId });
    const allergy = await allergyOf(own.actor, ownId);
    const { audience } = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: allergy.id } });
    expect(audience).toEqual([`record:${ownId}`, `doctor:${doctor.doctorId}`]);
  });

  it("says when the last day is over, once, and leaves what was ended before", async () => {
    const [doctor, own] = [await newDoctor(), await newPatient()];
    const data = {
      patientId: own.patient.id,
      doctorId: doctor.doctorId,
      scope: "RECORD",
      grantedById: own.user.id,
    } as const;
    const { id } = await inTransaction(own.actor, (tx) =>
      tx.recordGrant.create({ data: { ...data, expiresAt: new Date(Date.now() - 1000) } }),
    );
    const both = await Promise.all([expireGrants(), expireGrants()]);
    expect(both[0] + both[1]).toBeGreaterThan(0);
    expect(await eventsOf(id)).toEqual(["record-grant.expired"]);
    const again = await share(own.actor, { patientId: own.patient.id, doctorId: doctor.doctorId });
    await endGrant(own.actor, { patientId: own.patient.id, id: again.id });
    await endGrant(own.actor, { patientId: own.patient.id, id: again.id });
    expect(await expireGrants()).toBe(0);
    expect(await eventsOf(again.id)).toEqual(["record-grant.given", "record-grant.ended"]);
  });
});
