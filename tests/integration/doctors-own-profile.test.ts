import { describe, expect, it } from "vitest";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { saveServices } from "@/lib/domain/doctors/internal/save-services";
import { ownProfileInput } from "@/lib/domain/doctors/schema";
import { updateOwnProfile } from "@/lib/domain/doctors/internal/update-own-profile";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { db } from "@/lib/platform/db/db";
import { decideChange } from "@/lib/domain/administration/decide-change";
import { newDoctor, newPatient, actorOf } from "../support/actors";
import { createService, createSpecialty, inDays, createDoctor } from "../support/factories";
import { outcome } from "../support/outcome";
import { eventsOf } from "./stored-events";
import { EMPTY_PROFILE } from "./own-profile";
import { administrator } from "./profile-changes-harness";

const PROFILE = {
  version: 1,
  biography: "Listens first.",
  languages: ["de", "en"],
  feeMinor: 8_050,
  currency: "EUR",
  practiceName: "Practice at the park",
  address: "Park street 1",
  city: "Bremen",
  country: "DE",
};

describe("a doctor's own profile", () => {
  it("is saved with every optional field empty, as a new doctor's form sends it", async () => {
    const doctor = await newDoctor({ over: { verification: "PENDING", verifiedAt: null } });
    const empty = { biography: "", practiceName: "", address: " ", city: "", country: "", registrationNumber: "" };
    const input = ownProfileInput.parse({ ...PROFILE, ...empty });
    expect(await updateOwnProfile(doctor.actor, input)).toEqual({ version: 2, waits: false });
    const stored = await db.doctor.findUniqueOrThrow({ where: { id: doctor.doctorId } });
    expect(stored).toMatchObject({
      biography: "",
      practiceName: null,
      address: null,
      city: null,
      country: null,
      registrationNumber: null,
    });
  });

  it("is what the public reads from then on", async () => {
    const doctor = await newDoctor();
    expect(await updateOwnProfile(doctor.actor, PROFILE)).toEqual({ version: 2, waits: false });
    const profile = await getDoctorProfile({ id: doctor.doctorId });
    expect(profile).toMatchObject({
      biography: "Listens first.",
      languages: ["de", "en"],
      fee: { amountMinor: 8_050, currency: "EUR" },
    });
    expect(profile.places).toMatchObject([{ name: "Practice at the park", city: "Bremen" }]);
    expect(await eventsOf(doctor.doctorId)).toEqual(["doctor.profile-changed"]);
    expect(await outcome(updateOwnProfile(doctor.actor, PROFILE))).toBe("version-mismatch");
    expect(await outcome(updateOwnProfile((await newPatient()).actor, PROFILE))).toBe("not-found");
  });

  it("allows changes to verified fields only until they are verified", async () => {
    const specialty = await createSpecialty();
    const doctor = await newDoctor();
    expect(await outcome(updateOwnProfile(doctor.actor, { ...PROFILE, specialtyIds: [specialty.id] }))).toBe(
      "forbidden",
    );
    expect(await updateOwnProfile(doctor.actor, { ...PROFILE, registrationNumber: "ANOTHER" })).toEqual({
      version: 2,
      waits: true,
    });
    const verified = await db.doctor.findUniqueOrThrow({ where: { id: doctor.doctorId } });
    expect(verified.registrationNumber).toBe(doctor.doctor.registrationNumber);
    const fresh = await newDoctor({ over: { verification: "PENDING", verifiedAt: null } });
    const taken = { ...PROFILE, registrationNumber: doctor.doctor.registrationNumber };
    expect(await outcome(updateOwnProfile(fresh.actor, taken))).toBe("already-exists");
    expect(
      await outcome(
        updateOwnProfile(fresh.actor, { ...PROFILE, specialtyIds: ["0197a3c0-0000-7000-8000-000000000001"] }),
      ),
    ).toBe("invalid");
    expect(
      await outcome(
        updateOwnProfile(fresh.actor, { ...PROFILE, specialtyIds: [specialty.id], registrationNumber: "NEW-1" }),
      ),
    ).toBe("ok");
    const row = await db.doctor.findUniqueOrThrow({ where: { id: fresh.doctorId }, include: { specialties: true } });
    expect([row.registrationNumber, row.specialties.map(({ specialtyId }) => specialtyId)]).toEqual([
      "NEW-1",
      [specialty.id],
    ]);
  });
});

describe("a doctor's services", () => {
  it("are replaced as a whole, change what is available, and update open pages", async () => {
    const doctor = await newDoctor();
    const [kept, dropped, added] = [
      await createService({ doctorId: doctor.doctorId }),
      await createService({ doctorId: doctor.doctorId }),
      await createService(),
    ];
    const services = [
      { serviceId: kept.id, durationMinutes: 60, feeMinor: null, mode: "VIDEO" as const },
      { serviceId: added.id, durationMinutes: 45, feeMinor: 9_000, mode: "IN_PERSON" as const },
    ];
    expect(await saveServices(doctor.actor, { services })).toEqual({ offered: 2 });
    const rows = await db.doctorService.findMany({
      where: { doctorId: doctor.doctorId },
      select: { serviceId: true, durationMinutes: true, feeMinor: true, mode: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => ({ ...row, feeMinor: row.feeMinor === null ? null : Number(row.feeMinor) }))).toEqual(
      expect.arrayContaining(services),
    );
    expect(rows.map(({ serviceId }) => serviceId)).not.toContain(dropped.id);
    expect(await eventsOf(doctor.doctorId)).toEqual(["doctor.profile-changed", "availability.changed"]);
    const { slots } = await getAvailability(doctor.doctorId, {
      from: inDays(2, "00:00").toISOString(),
      to: inDays(3, "00:00").toISOString(),
      serviceId: kept.id,
    });
    expect(Date.parse(slots[0]?.end ?? "") - Date.parse(slots[0]?.start ?? "")).toBe(3_600_000);
    expect(slots[0]?.mode).toBe("VIDEO");
  });

  it("come from the catalogue, each once, and are the doctor's own", async () => {
    const doctor = await newDoctor();
    const service = await createService();
    const offer = { durationMinutes: 30, feeMinor: null, mode: "IN_PERSON" as const };
    const strange = { serviceId: "0197a3c0-0000-7000-8000-000000000001", ...offer };
    expect(await outcome(saveServices(doctor.actor, { services: [strange] }))).toBe("invalid");
    expect(
      await outcome(
        saveServices(doctor.actor, {
          services: [
            { serviceId: service.id, ...offer },
            { serviceId: service.id, ...offer },
          ],
        }),
      ),
    ).toBe("invalid");
    expect(await outcome(saveServices((await newPatient()).actor, { services: [] }))).toBe("not-found");
    expect(await eventsOf(doctor.doctorId)).toEqual([]);
  });
});

describe("a verified doctor", () => {
  it("keeps name and registration number until an administrator agrees, who can't assign another's number", async () => {
    const { user, doctor } = await createDoctor({ schedule: null });
    const taken = await createDoctor({ schedule: null });
    const actor = await actorOf(user);
    expect(await updateOwnProfile(actor, { ...EMPTY_PROFILE, name: "Dr Other Name" })).toEqual({
      version: 2,
      waits: true,
    });
    await updateOwnProfile(actor, {
      ...EMPTY_PROFILE,
      version: 2,
      registrationNumber: taken.doctor.registrationNumber,
    });
    const read = () =>
      db.doctor.findUniqueOrThrow({ where: { id: doctor.id }, select: { name: true, registrationNumber: true } });
    expect(await read()).toEqual({ name: doctor.name, registrationNumber: doctor.registrationNumber });
    const { id, changes } = await db.profileChange.findFirstOrThrow({ where: { doctorId: doctor.id } });
    expect(changes).toEqual({ name: "Dr Other Name", registrationNumber: taken.doctor.registrationNumber });
    expect(await outcome(decideChange(await administrator(), { id, decision: "approve" }))).toBe("already-exists");
    await updateOwnProfile(actor, { ...EMPTY_PROFILE, version: 3, registrationNumber: "FREE-4711" });
    await decideChange(await administrator(), { id, decision: "approve" });
    expect(await read()).toEqual({ name: "Dr Other Name", registrationNumber: "FREE-4711" });
  });
});
