import { describe, expect, it } from "vitest";
import { decideVerification } from "@/lib/domain/administration/decide-verification";
import type { DecisionInput } from "@/lib/domain/administration/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import { createAdmin, createAffiliation, createDoctor, createHospital, createStaff } from "../support/factories";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";

const cast = createCast();
const administrator = async () => (await cast).admin.actor;

describe("verification", () => {
  it("lists a doctor in the directory, notifies everyone, and leaves an audit row", async () => {
    const { doctor } = await createDoctor({ over: { verification: "PENDING", verifiedAt: null } });
    const profile = await decideVerification(await administrator(), {
      kind: "doctor",
      id: doctor.id,
      decision: "verify",
    });
    expect(profile).toMatchObject({
      kind: "doctor",
      verification: "VERIFIED",
      version: 2,
      verifiedAt: expect.any(String),
    });
    expect(await eventsOf(doctor.id)).toEqual(["doctor.verified", "availability.changed"]);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: doctor.id } });
    expect(entry).toMatchObject({
      action: "doctor.verify",
      doctorId: doctor.id,
      details: { from: "PENDING", to: "VERIFIED" },
    });
  });

  it.each([
    ["PENDING", "verify", "VERIFIED"],
    ["PENDING", "reject", "REJECTED"],
    ["PENDING", "suspend", null],
    ["VERIFIED", "verify", "VERIFIED"],
    ["VERIFIED", "reject", null],
    ["VERIFIED", "suspend", "SUSPENDED"],
    ["REJECTED", "verify", "VERIFIED"],
    ["REJECTED", "reject", null],
    ["REJECTED", "suspend", null],
    ["SUSPENDED", "verify", "VERIFIED"],
    ["SUSPENDED", "reject", null],
    ["SUSPENDED", "suspend", null],
  ] as const)("from %s: %s leads to %s", async (from, decision, to) => {
    const { doctor } = await createDoctor({ over: { verification: from }, schedule: null });
    const hospital = await createHospital({ verification: from });
    for (const [kind, id] of [
      ["doctor", doctor.id],
      ["hospital", hospital.id],
    ] as const) {
      const decided = decideVerification(await administrator(), { kind, id, decision, reason: "Because." });
      if (to) expect((await decided).verification).toBe(to);
      else expect(await outcome(decided)).toBe("invalid-transition");
    }
  });

  it("needs a reason to reject and to suspend", async () => {
    const { doctor } = await createDoctor({ over: { verification: "PENDING" }, schedule: null });
    expect(
      await outcome(decideVerification(await administrator(), { kind: "doctor", id: doctor.id, decision: "reject" })),
    ).toBe("invalid");
  });

  it("closes a suspended hospital's hours for its doctors, and notifies its managers", async () => {
    const hospital = await createHospital();
    const { user: manager } = await createStaff(hospital.id);
    await createStaff(hospital.id, "COORDINATOR");
    const { doctor } = await createDoctor({ hospitalId: hospital.id });
    const { doctor: former } = await createDoctor();
    await createAffiliation(former.id, hospital.id, { status: "ENDED" });
    await decideVerification(await administrator(), {
      kind: "hospital",
      id: hospital.id,
      decision: "suspend",
      reason: "Inspection.",
    });
    expect(await eventsOf(doctor.id)).toEqual(["availability.changed"]);
    expect(await eventsOf(former.id)).toEqual([]);
    const event = await db.domainEvent.findFirstOrThrow({ where: { aggregateId: hospital.id } });
    expect(event.audience).toEqual([
      `hospital:${hospital.id}`,
      `public-hospital:${hospital.id}`,
      "admin",
      `user:${manager.id}`,
    ]);
  });

  it("has one winner when two administrators decide at once, also from pages of different age", async () => {
    const { doctor } = await createDoctor({ over: { verification: "PENDING" }, schedule: null });
    const other = await actorOf(await createAdmin());
    const decide = (actor: Actor, decision: DecisionInput["decision"]) =>
      outcome(
        decideVerification(actor, { kind: "doctor", id: doctor.id, decision, reason: "Because.", expectedVersion: 1 }),
      );
    const codes = await Promise.all([decide(await administrator(), "verify"), decide(other, "reject")]);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(["version-mismatch", "invalid-transition"]).toContain(codes.find((code) => code !== "ok"));
    expect(await db.auditEntry.count({ where: { subjectId: doctor.id } })).toBe(1);
  });
});
