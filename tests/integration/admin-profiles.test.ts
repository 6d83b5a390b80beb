import { describe, expect, it } from "vitest";
import { decideChange } from "@/lib/domain/administration/decide-change";
import { decideVerification } from "@/lib/domain/administration/decide-verification";
import { listProfiles } from "@/lib/domain/administration/list-profiles";
import { loadProfile } from "@/lib/domain/administration/load-profile";
import { profilesQuery } from "@/lib/domain/administration/schema-profiles";
import { listAffiliations } from "@/lib/domain/affiliations/queries";
import { listStaff } from "@/lib/domain/staff/list-staff";
import { createCast, newDoctor } from "../support/actors";
import { createAppointment, createHospital } from "../support/factories";
import { outcome } from "../support/outcome";
import { managed, requestOf } from "./profile-changes-harness";

const cast = createCast();
const administrator = async () => (await cast).admin.actor;

describe("the lists of doctors and hospitals", () => {
  it("hold every state, are found by words, and come page by page, each once", async () => {
    const admin = await administrator();
    const states = ["PENDING", "VERIFIED", "REJECTED", "SUSPENDED"] as const;
    const made = new Map<string, string>();
    for (const verification of states)
      made.set(verification, (await createHospital({ name: `Listed Everywhere ${verification}`, verification })).id);
    const list = (query: Record<string, string>) =>
      listProfiles(admin, "hospital", profilesQuery.parse({ q: "listed everywhere", ...query }));
    const first = await list({ limit: "3" });
    const second = await list({ limit: "3", cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...made.values()].reverse());
    expect((await list({ state: "REJECTED" })).items.map(({ id }) => id)).toEqual([made.get("REJECTED")]);
    expect((await list({ q: "%" })).items).toEqual([]);
    const { doctor } = await cast;
    const doctors = await listProfiles(admin, "doctor", profilesQuery.parse({ q: doctor.doctor.name }));
    expect(doctors.items.map(({ id }) => id)).toEqual([doctor.doctorId]);
  });
});

describe("the page of a doctor or a hospital", () => {
  it("says what became of its verification and its changes, and what belongs to it", async () => {
    const admin = await administrator();
    const { hospital, save } = await managed({ name: "Counted Clinic" });
    const { doctorId, user } = await newDoctor({ hospitalId: hospital.id, schedule: null });
    const { patient } = (await cast).patient;
    const at = { hospitalId: hospital.id, startsAt: new Date(), status: "COMPLETED" } as const;
    await createAppointment({ doctorId, patientId: patient.id }, at);
    await save({ name: "Recounted Clinic" });
    const { id: change } = await requestOf(hospital.id);
    await decideChange(admin, { id: change, decision: "reject", reason: "Not on your letter." });
    await decideVerification(admin, { kind: "hospital", id: hospital.id, decision: "suspend", reason: "Closed" });
    await decideVerification(admin, { kind: "hospital", id: hospital.id, decision: "verify" });

    const profile = await loadProfile(admin, "hospital", hospital.id);
    expect(profile.history.map(({ step, by }) => [step, by?.id])).toEqual([
      ["verify", admin.userId],
      ["suspend", admin.userId],
    ]);
    expect(profile.changes).toMatchObject([{ id: change, status: "REJECTED", reason: "Not on your letter." }]);
    expect(profile.counts).toContainEqual({ of: "staff", count: 1 });
    expect(profile.counts).toContainEqual({ of: "doctors", count: 1 });
    expect(profile.today).toEqual([{ status: "COMPLETED", count: 1 }]);
    expect((await listStaff(admin, hospital.id, { limit: 5 })).items).toHaveLength(1);
    expect((await listAffiliations(admin, { hospitalId: hospital.id }, { limit: 5 })).items).toHaveLength(1);

    const doctor = await loadProfile(admin, "doctor", doctorId);
    expect(doctor).toMatchObject({ owner: { id: user.id, email: user.email }, history: [], changes: [] });
    expect(doctor.counts).toContainEqual({ of: "hospitals", count: 1 });
    expect(doctor.today).toEqual([{ status: "COMPLETED", count: 1 }]);
    expect(JSON.stringify([profile, doctor])).not.toContain(patient.name);
  });

  it("is there for administrators only, and not for what is missing", async () => {
    const { patient, doctor, manager, coordinator, system, hospital } = await cast;
    for (const { actor } of [patient, doctor, manager, coordinator, system]) {
      const asked = [
        loadProfile(actor, "hospital", hospital.id),
        loadProfile(actor, "doctor", doctor.doctorId),
        listProfiles(actor, "hospital", profilesQuery.parse({})),
        listProfiles(actor, "doctor", profilesQuery.parse({})),
      ];
      expect(new Set(await Promise.all(asked.map(outcome)))).toEqual(new Set(["not-found"]));
    }
    expect(await outcome(loadProfile(await administrator(), "doctor", hospital.id))).toBe("not-found");
  });
});
