import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { authorizeChannel } from "@/lib/domain/notifications/authorize-channel";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { endLink } from "@/lib/domain/sharing/end-link";
import { expireLinks } from "@/lib/domain/sharing/expire-links";
import { listLinks } from "@/lib/domain/sharing/list-links";
import { MAX_LINKS } from "@/lib/domain/sharing/rules";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { actorOf, createCast, newPatient } from "@/tests/support/actors";
import { outcome } from "@/tests/support/outcome";
import { allergyOf, newProxy } from "./background-harness";
import { bornYearsAgo, parentWithChild } from "./family-harness";
import { linkOf, load, open, readingOf } from "./record-links-harness";
import { ALL } from "./sharing-harness";
import { eventsOf } from "./stored-events";

let patient: Awaited<ReturnType<typeof newPatient>>;
let patientId: string;

beforeAll(async () => {
  patient = await newPatient();
  patientId = patient.patient.id;
});

/** A link of the patient whose time has been over for a second. */
const lateLink = (own: typeof patient) =>
  inTransaction(own.actor, (tx) =>
    tx.recordLink.create({
      data: {
        patientId: own.patient.id,
        tokenHash: crypto.randomUUID(),
        parts: ["ALLERGIES"],
        minutes: 15,
        createdById: own.user.id,
        createdAt: new Date(Date.now() - 15 * 60_000 - 1000),
      },
    }),
  );

describe("a link to a record", () => {
  it("takes the whole right; who reads for the patient sees it, and for all others it isn't there", async () => {
    const cast = await createCast();
    const { id } = await linkOf(patient.actor, { patientId });
    const askers = {
      "who does all": [await newProxy(patientId, { scope: "ALL" }), "ok", "ok"],
      "who reads": [await newProxy(patientId, { scope: "READ" }), "ok", "forbidden"],
      "who books": [await newProxy(patientId, { scope: "BOOK" }), "not-found", "not-found"],
      "a doctor": [cast.doctor, "not-found", "not-found"],
      "another patient": [cast.patient, "not-found", "not-found"],
      "a manager": [cast.manager, "not-found", "not-found"],
      "an administrator": [cast.admin, "not-found", "not-found"],
    } as const;
    for (const [who, [{ actor }, sees, makes]] of Object.entries(askers)) {
      expect(await outcome(listLinks(actor, patientId, ALL)), who).toBe(sees);
      const made = linkOf(actor, { patientId });
      expect(await outcome(made), who).toBe(makes);
      if (makes === "ok") await endLink(patient.actor, { patientId, id: (await made).id });
      else expect(await outcome(endLink(actor, { patientId, id })), who).toBe(makes);
    }
    const others = await newPatient();
    expect(await outcome(endLink(others.actor, { patientId: others.patient.id, id }))).toBe("not-found");
  });

  it("is refused by PostgreSQL too without that right, never changes, and has its time from the database", async () => {
    const reader = await newProxy(patientId, { scope: "READ" });
    const data = { patientId, tokenHash: "a", parts: ["VISITS" as const], minutes: 60 };
    for (const createdById of [reader.user.id, patient.user.id]) {
      const forced = inTransaction(reader.actor, (tx) => tx.recordLink.create({ data: { ...data, createdById } }));
      expect(await outcome(forced)).toBe("not-found");
    }
    const { id } = await linkOf(patient.actor, { patientId, parts: ["ALLERGIES"] });
    const change = (values: object) =>
      inTransaction(patient.actor, (tx) => tx.recordLink.update({ where: { id }, data: values }));
    await expect(change({ parts: ["VISITS"] })).rejects.toThrow();
    await expect(change({ expiresAt: new Date(Date.now() + 1e9) })).rejects.toThrow();
    const end = (actor: typeof reader.actor) =>
      inTransaction(actor, (tx) => tx.recordLink.updateMany({ where: { id }, data: { endedAt: new Date() } }));
    expect(await end(reader.actor)).toEqual({ count: 0 });
    await endLink(patient.actor, { patientId, id });
    await expect(change({ endedAt: null, endedById: null })).rejects.toThrow();
    const opening = { linkId: id, secretHash: "b", device: "PHONE" } as const;
    await expect(inTransaction(patient.actor, (tx) => tx.linkOpening.create({ data: opening }))).rejects.toThrow();
  });

  it("is one of ten at a time", async () => {
    const own = await newPatient();
    const wanted = { patientId: own.patient.id };
    const many = Array.from({ length: MAX_LINKS + 2 }, () => outcome(linkOf(own.actor, wanted)));
    const results = await Promise.all(many);
    expect(results.filter((one) => one === "ok")).toHaveLength(MAX_LINKS);
    expect(results.filter((one) => one === "quota-reached")).toHaveLength(2);
    const forced = { patientId: own.patient.id, tokenHash: "c", parts: ["VISITS" as const], minutes: 60 };
    await expect(
      inTransaction(own.actor, (tx) => tx.recordLink.create({ data: { ...forced, createdById: own.user.id } })),
    ).rejects.toThrow();
  });

  it("opens nothing once its maker may no longer share, on open pages too", async () => {
    const proxy = await newProxy(patientId, { scope: "ALL" });
    await allergyOf(patient.actor, patientId);
    const { id, token } = await linkOf(proxy.actor, { patientId, maxDevices: 2, parts: ["ALLERGIES"] });
    const reading = await readingOf(token);
    expect((await load(reading)).allergies?.items).toHaveLength(1);
    await db.patientAccess.updateMany({ where: { userId: proxy.user.id }, data: { scope: "READ" } });
    expect(await outcome(load(reading))).toBe("not-found");
    expect(await outcome(open(token))).toBe("not-found");
    const { items } = await listLinks(patient.actor, patientId, ALL);
    expect(items.find((one) => one.id === id)).toMatchObject({ state: "ENDED", endedAt: null, madeByYou: false });
    const child = await parentWithChild(bornYearsAgo(17));
    const byParent = await linkOf(child.actor, { patientId: child.patientId, maxDevices: 2 });
    const parents = await readingOf(byParent.token);
    await db.patient.update({ where: { id: child.patientId }, data: { bornOn: new Date(bornYearsAgo(19)) } });
    expect(await outcome(load(parents))).toBe("not-found");
  });
});

describe("the news of a link", () => {
  it("reaches the family without a name or a secret, and pages that are open hear the end", async () => {
    const own = await newPatient();
    const ownId = own.patient.id;
    const proxy = await newProxy(ownId, { scope: "READ" });
    const { id, token } = await linkOf(own.actor, { patientId: ownId });
    const { channelKey } = await readingOf(token);
    const join = (key: string, link: string) =>
      outcome(authorizeChannel(null, { socket_id: "1.2", channel_name: `private-link-${link}`, key }, Date.now()));
    expect([await join(channelKey, id), await join(channelKey, ownId), await join(token, id)]).toEqual([
      "ok",
      "not-found",
      "not-found",
    ]);
    await endLink(own.actor, { patientId: ownId, id });
    await endLink(own.actor, { patientId: ownId, id });
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    const of = async (user: { id: string }) =>
      (await listNotificationItems(await actorOf(user), { limit: 5 })).items.map(({ type, reading }) => [
        type,
        reading,
      ]);
    const told = { patientId: ownId, side: "patient" };
    expect(await of(own.user)).toEqual([["record-link.opened", told]]);
    expect((await of(proxy.user)).map(([type]) => type).sort()).toEqual([
      "record-link.created",
      "record-link.ended",
      "record-link.opened",
    ]);
    expect(await eventsOf(id)).toEqual(["record-link.created", "record-link.opened", "record-link.ended"]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id }, orderBy: { sequence: "asc" } });
    expect(events.map(({ refs }) => refs)).toEqual(Array(3).fill({ patientId: ownId }));
    expect(events.map(({ audience }) => audience)).toEqual([
      [`record:${ownId}`],
      [`record:${ownId}`],
      [`record:${ownId}`, `link:${id}`],
    ]);
  });

  it("says when its time is over, once", async () => {
    const { id } = await lateLink(await newPatient());
    const both = await Promise.all([expireLinks(), expireLinks()]);
    expect(both[0] + both[1]).toBeGreaterThan(0);
    expect(await eventsOf(id)).toEqual(["record-link.expired"]);
    expect(await expireLinks()).toBe(0);
  });
});
