import { describe, expect, it } from "vitest";
import { POST as approveRoute } from "@/app/api/admin/changes/[id]/approve/route";
import { GET as changesRoute } from "@/app/api/admin/changes/route";
import { decideChange } from "@/lib/domain/administration/decide-change";
import { listChanges } from "@/lib/domain/administration/list-changes";
import { listQueue } from "@/lib/domain/administration/list-queue";
import { changesQuery, queueQuery } from "@/lib/domain/administration/schema";
import { findNearest } from "@/lib/domain/ambulances/internal/find-nearest";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { getHospitalProfile } from "@/lib/domain/hospitals/queries";
import { hospitalForm, hospitalListQuery } from "@/lib/domain/hospitals/schema";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { updateHospital } from "@/lib/domain/hospitals/internal/update-hospital";
import { db } from "@/lib/platform/db/db";
import { createAmbulance, createHospital } from "../support/factories";
import { outcome } from "../support/outcome";
import { cookieOf } from "../support/sessions";
import { eventsOf } from "./stored-events";
import { administrator, AWAY, HOME, managed, requestOf } from "./profile-changes-harness";

const found = async (q: string) =>
  (await searchHospitals(hospitalListQuery.parse({ q }), { limit: 20 })).items.map(({ id }) => id);

describe("a verified hospital", () => {
  const near = (latitude: number, longitude: number) =>
    findNearest(db, { kind: "BASIC", latitude, longitude, reachKm: 50 });

  it("keeps its public name and place, for readers, searches and emergencies, until an administrator agrees", async () => {
    const { hospital, save } = await managed({ name: "Beagle Channel Clinic" });
    await createAmbulance(hospital.id);
    const { id } = hospital;
    expect(await save({ ...AWAY, description: "By the sea." })).toMatchObject({ waits: true });
    expect(await getHospitalProfile({ id })).toMatchObject({
      ...HOME,
      name: "Beagle Channel Clinic",
      description: "By the sea.",
    });
    expect([await found("Beagle Channel"), await found("Far Away General")]).toEqual([[id], []]);
    expect([await near(-54.8, -68.3), await near(-51.7, -57.85)]).toMatchObject([{ hospitalId: id }, null]);
    await decideChange(await administrator(), {
      id: (await requestOf(id)).id,
      decision: "approve",
      expectedVersion: 1,
    });
    expect(await getHospitalProfile({ id })).toMatchObject({
      name: AWAY.name,
      city: "Stanley",
      latitude: -51.7,
      phone: "+50028000",
    });
    expect([await found("Beagle Channel"), await found("Far Away General")]).toEqual([[], [id]]);
    expect([await near(-54.8, -68.3), await near(-51.7, -57.85)]).toMatchObject([null, { hospitalId: id }]);
  });

  it("shows administrators old and new values, and notifies its managers, with no value in events and audit", async () => {
    const { hospital, user, save } = await managed({ name: "Lighthouse Clinic" });
    const { id } = hospital;
    await save({ ...AWAY, name: "Secret Plan General" });
    const admin = await administrator();
    const { items } = await listChanges(admin, changesQuery.parse({ kind: "hospital", limit: "100" }));
    const change = items.find((one) => one.profile.id === id);
    expect(change).toMatchObject({ contact: user.email, status: "PENDING", profile: { name: "Lighthouse Clinic" } });
    expect(change?.fields).toContainEqual({ field: "latitude", from: -54.8, to: -51.7 });
    const approved = await decideChange(admin, { id: change?.id ?? "", decision: "approve" });
    expect(approved).toMatchObject({ status: "APPROVED", version: 2 });
    expect(await eventsOf(id)).toEqual(["hospital.changed", "hospital.change-requested", "hospital.change-approved"]);
    const events = await db.domainEvent.findMany({ where: { aggregateId: id }, orderBy: { sequence: "asc" } });
    expect(events.at(-1)?.audience).toEqual([`hospital:${id}`, "admin", `user:${user.id}`, `public-hospital:${id}`]);
    const audit = await db.auditEntry.findMany({ where: { hospitalId: id } });
    expect(JSON.stringify([audit.map(({ details }) => details), events.map(({ refs }) => refs)])).not.toMatch(
      /Secret|Stanley/,
    );
  });

  it("replaces an earlier request, and withdraws it by saving what is public", async () => {
    const { hospital, actor, save } = await managed({ name: "Old Harbour Clinic" });
    await save({ name: "New Harbour Clinic", city: "Rio Grande" });
    await save({ name: "Newer Harbour Clinic" });
    expect((await loadOwnHospital(actor)).change).toEqual({
      status: "PENDING",
      changes: { name: "Newer Harbour Clinic" },
      reason: null,
    });
    expect(await save({ name: "Newer Harbour Clinic" })).toMatchObject({ waits: true });
    expect(await requestOf(hospital.id)).toMatchObject({ version: 2 });
    expect(await save({})).toMatchObject({ waits: false });
    expect(await requestOf(hospital.id)).toMatchObject({ status: "WITHDRAWN", decidedAt: expect.any(Date) });
    expect((await loadOwnHospital(actor)).change).toBeNull();
    expect((await eventsOf(hospital.id)).at(-1)).toBe("hospital.change-withdrawn");
    expect(
      await outcome(
        decideChange(await administrator(), { id: (await requestOf(hospital.id)).id, decision: "approve" }),
      ),
    ).toBe("invalid-transition");
  });

  it("reads why its change was rejected, and can't get round it while suspended", async () => {
    const { hospital, actor, save } = await managed({ verification: "SUSPENDED" });
    await save({ name: "Anything Else" });
    const admin = await administrator();
    const { id } = await requestOf(hospital.id);
    expect(await outcome(decideChange(admin, { id, decision: "reject" }))).toBe("invalid");
    await decideChange(admin, { id, decision: "reject", reason: "Send us the deed." });
    const own = await loadOwnHospital(actor);
    expect(own).toMatchObject({ name: hospital.name, change: { status: "REJECTED", reason: "Send us the deed." } });
  });

  it("has one decision when two administrators decide, and none on what it changed meanwhile", async () => {
    const { hospital, save } = await managed();
    await save({ name: "Two Minds" });
    const { id } = await requestOf(hospital.id);
    const [one, other] = [await administrator(), await administrator()];
    await save({ name: "Three Minds" });
    expect(await outcome(decideChange(one, { id, decision: "approve", expectedVersion: 1 }))).toBe("version-mismatch");
    const codes = await Promise.all([
      outcome(decideChange(one, { id, decision: "approve", expectedVersion: 2 })),
      outcome(decideChange(other, { id, decision: "reject", reason: "No.", expectedVersion: 2 })),
    ]);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    const decided = await requestOf(hospital.id);
    const { name } = await db.hospital.findUniqueOrThrow({ where: { id: hospital.id } });
    expect(name).toBe(decided.status === "APPROVED" ? "Three Minds" : hospital.name);
    expect(
      await db.auditEntry.count({ where: { hospitalId: hospital.id, action: { startsWith: "hospital.change-" } } }),
    ).toBe(1);
  });

  it("is changed by its own manager alone, and decided on by administrators alone", async () => {
    const { hospital, actor, save } = await managed();
    const stranger = await managed();
    await save({ name: "Mine" });
    const { id } = await requestOf(hospital.id);
    const theirs = hospitalForm.parse({
      id: hospital.id,
      version: "2",
      name: "Theirs",
      description: "",
      address: "",
      city: "",
      country: "",
      phone: "",
      latitude: "",
      longitude: "",
    });
    expect(await outcome(updateHospital(stranger.actor, theirs))).toBe("not-found");
    expect(await outcome(decideChange(actor, { id, decision: "approve" }))).toBe("not-found");
    const headers = { ...(await cookieOf(stranger.user)), Origin: "http://localhost:3000" };
    const answer = await approveRoute(new Request("http://localhost:3000/x", { method: "POST", headers }), {
      params: Promise.resolve({ id }),
    });
    expect(answer.status).toBe(404);
    expect((await changesRoute(new Request("http://localhost:3000/x", { headers }))).status).toBe(404);
    expect((await requestOf(hospital.id)).status).toBe("PENDING");
  });
});

it("an unverified hospital changes at once", async () => {
  const { hospital, save } = await managed({ verification: "PENDING", verifiedAt: null });
  expect(await save(AWAY)).toMatchObject({ waits: false });
  expect(await db.hospital.findUniqueOrThrow({ where: { id: hospital.id } })).toMatchObject({
    name: AWAY.name,
    latitude: -51.7,
  });
  expect(await db.profileChange.count({ where: { hospitalId: hospital.id } })).toBe(0);
});

describe("a name similar to a listed one", () => {
  it("is shown to administrators, for new and renamed hospitals, in any alphabet", async () => {
    const real = await createHospital({ name: "Charité Clinic", city: "Berlin" });
    // Both capitals are Cyrillic.
    const fake = await createHospital({
      name: "Сharite Сlinic",
      verification: "PENDING",
      createdAt: new Date("2020-01-01T10:00:00Z"),
    });
    const honest = await createHospital({
      name: "Lakeside Children's House",
      verification: "PENDING",
      createdAt: new Date("2020-01-01T11:00:00Z"),
    });
    const { items } = await listQueue(await administrator(), queueQuery.parse({ kind: "hospital" }));
    const alikeOf = (id: string) => items.find((one) => one.id === id)?.lookAlikes;
    expect(alikeOf(fake.id)).toEqual([{ slug: real.slug, name: "Charité Clinic", city: "Berlin" }]);
    expect(alikeOf(honest.id)).toEqual([]);

    const { hospital, save } = await managed();
    await save({ name: "Char1te C1inic" });
    const changes = await listChanges(await administrator(), changesQuery.parse({ limit: "100" }));
    expect(changes.items.find((one) => one.profile.id === hospital.id)?.lookAlikes).toMatchObject([
      { slug: real.slug },
    ]);
  });
});
