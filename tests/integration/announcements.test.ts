import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { dismissAnnouncement } from "@/lib/domain/announcements/dismiss-announcement";
import { endAnnouncement } from "@/lib/domain/announcements/end-announcement";
import { publishAnnouncement } from "@/lib/domain/announcements/publish-announcement";
import { countCurrent, listAnnouncements, listOwnAnnouncements } from "@/lib/domain/announcements/queries";
import { announcementInput, announcementsQuery } from "@/lib/domain/announcements/schema";
import { db } from "@/lib/platform/db/db";
import { createCast } from "../support/actors";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const publish = (over: object = {}) =>
  publishAnnouncement(cast.admin.actor, announcementInput.parse({ text: "The phones are down.", ...over }));
const idsFor = async (
  actor: Actor,
  ...rest: [portal?: "PATIENTS" | "DOCTORS" | "HOSPITALS" | "EVERYONE", now?: Date]
) => (await listOwnAnnouncements(actor, ...rest)).map(({ id }) => id);

describe("announcements", () => {
  it("are written by administrators alone, and leave an entry and an event without a word of them", async () => {
    const input = announcementInput.parse({ text: "The phones are down." });
    for (const { actor } of [cast.patient, cast.doctor, cast.manager])
      for (const work of [
        publishAnnouncement(actor, input),
        endAnnouncement(actor, { id: cast.hospital.id }),
        listAnnouncements(actor, announcementsQuery.parse({})),
      ])
        expect(await outcome(work)).toBe("not-found");
    const { id } = await publish({ level: "WARNING" });
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: id } });
    expect(event).toMatchObject({ type: "announcement.published", audience: ["everyone", "admin"], refs: {} });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: id } });
    expect(entry).toMatchObject({
      action: "announcement.publish",
      details: { level: "WARNING", audience: "EVERYONE" },
    });
    await endAnnouncement(cast.admin.actor, { id });
  });

  it("reach those they are for, in the portal they are for", async () => {
    const all = await publish();
    const made = new Map<string, string>();
    for (const audience of ["PATIENTS", "DOCTORS", "HOSPITALS"]) made.set(audience, (await publish({ audience })).id);
    const of = (audience: string) => made.get(audience) ?? "";
    expect(await idsFor(cast.patient.actor)).toEqual([of("PATIENTS"), all.id]);
    expect(await idsFor(cast.doctor.actor)).toEqual([of("DOCTORS"), all.id]);
    expect(await idsFor(cast.manager.actor)).toEqual([of("HOSPITALS"), all.id]);
    expect(await idsFor(cast.admin.actor)).toEqual([all.id]);
    expect(await idsFor(cast.doctor.actor, "PATIENTS")).toEqual([all.id]);
    for (const id of [all.id, ...made.values()]) await endAnnouncement(cast.admin.actor, { id });
    expect(await idsFor(cast.doctor.actor)).toEqual([]);
  });

  it("stand from their start to their end, warnings first, and are known twelve hours before", async () => {
    const { actor } = cast.patient;
    const later = await publish({ startsAt: inHours(11), endsAt: inHours(20) });
    const warning = await publish({ level: "WARNING" });
    await publish({ startsAt: inHours(13) });
    expect(await idsFor(actor)).toEqual([warning.id, later.id]);
    expect(await idsFor(actor, undefined, new Date(Date.now() + 21 * HOUR))).not.toContain(later.id);
    expect(await countCurrent(cast.admin.actor, new Date())).toBe(1);
    const { items } = await listAnnouncements(cast.admin.actor, announcementsQuery.parse({}));
    for (const { id, endedAt } of items) if (!endedAt) await endAnnouncement(cast.admin.actor, { id });
  });

  it("are dismissed by each for themselves, again without a fault, and not by those they aren't for", async () => {
    const { id } = await publish({ audience: "PATIENTS" });
    expect(await outcome(dismissAnnouncement(cast.doctor.actor, { id }))).toBe("not-found");
    const twice = [1, 2].map(() => outcome(dismissAnnouncement(cast.patient.actor, { id })));
    expect(await Promise.all(twice)).toEqual(["ok", "ok"]);
    expect(await idsFor(cast.patient.actor)).toEqual([]);
    await endAnnouncement(cast.admin.actor, { id });
    expect(await outcome(dismissAnnouncement(cast.patient.actor, { id }))).toBe("not-found");
  });

  it("refuse times that aren't in order, and name the field", async () => {
    const fieldsOf = (over: object) =>
      publish(over).catch((error: { fields: { path: string }[] }) => error.fields.map(({ path }) => path));
    expect(await fieldsOf({ endsAt: inHours(-1) })).toEqual(["endsAt"]);
    expect(await fieldsOf({ startsAt: inHours(2), endsAt: inHours(1) })).toEqual(["endsAt"]);
    const maintenance = { from: inHours(2), until: inHours(1) };
    expect(await fieldsOf({ maintenance })).toEqual(["maintenance.until"]);
  });

  it("end once, however many end them at once, and nothing else of them ever changes", async () => {
    const { id } = await publish();
    const ends = await Promise.all([1, 2, 3].map(() => outcome(endAnnouncement(cast.admin.actor, { id }))));
    expect(ends.sort()).toEqual(["invalid-transition", "invalid-transition", "ok"]);
    expect(await eventsOf(id)).toEqual(["announcement.published", "announcement.ended"]);
    const other = await publish();
    const change = (data: object) => outcome(db.announcement.update({ where: { id: other.id }, data }));
    expect(await change({ text: "Another text" })).not.toBe("ok");
    expect(await change({ endedAt: null })).not.toBe("ok");
    expect(await outcome(db.announcement.delete({ where: { id: other.id } }))).not.toBe("ok");
  });
});
