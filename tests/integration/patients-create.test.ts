import { beforeAll, describe, expect, it } from "vitest";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { localDateAt, shiftDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { createCast, newStaff } from "@/tests/support/actors";
import { createHospital, createPatient, inDays } from "@/tests/support/factories";

let cast: Awaited<ReturnType<typeof createCast>>;
let stranger: Actor;

beforeAll(async () => {
  cast = await createCast();
  stranger = (await newStaff((await createHospital()).id, "MANAGER")).actor;
});

const create = (actor: Actor, input: Parameters<typeof createPatientIn>[2]) =>
  inTransaction(actor, (tx) => createPatientIn(tx, actor, input));

describe("a patient without an account", () => {
  it("is created by staff and doctors only, with an audit row without a name", async () => {
    for (const { actor } of [cast.manager, cast.coordinator, cast.doctor]) {
      const { id } = await create(actor, { name: "Wanda Walkin", bornOn: "1971-03-04", phone: "+49 30 5550199" });
      expect(await db.patient.findUniqueOrThrow({ where: { id }, include: { accesses: true } })).toMatchObject({
        name: "Wanda Walkin",
        bornOn: new Date("1971-03-04T00:00:00Z"),
        phone: "+49305550199",
        accesses: [],
      });
      const audit = await db.auditEntry.findFirstOrThrow({ where: { action: "patient.create", subjectId: id } });
      expect(audit).toMatchObject({
        actorUserId: actor.userId,
        hospitalId: actor.hospitalId,
        doctorId: actor.doctorId,
        details: {},
      });
    }
    const before = await db.patient.count();
    for (const actor of [cast.patient.actor, cast.admin.actor]) {
      await expect(create(actor, { name: "Nobody" })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.patient.count()).toBe(before);
  });

  it("is not created when the booking fails", async () => {
    const { actor } = cast.manager;
    const failing = inTransaction(actor, async (tx) => {
      await createPatientIn(tx, actor, { name: "Fleeting Person" });
      throw new Error("no bed");
    });
    await expect(failing).rejects.toThrow("no bed");
    expect(await db.patient.count({ where: { name: "Fleeting Person" } })).toBe(0);
  });

  it("was born today at the latest, by the hospital's own calendar", async () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const hospital = await createHospital({ timeZone });
      const actor = (await newStaff(hospital.id, "MANAGER")).actor;
      const today = localDateAt(new Date(), timeZone);
      await expect(create(actor, { name: "Born Tomorrow", bornOn: shiftDate(today, 1) })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "patient.bornOn", message: "Can't be in the future" }],
      });
      await create(actor, { name: "Born Today", bornOn: today });
    }
  });

  it.each([
    ["bornOn", { bornOn: "2199-01-01" }],
    ["name", { name: "\u200b" }],
    ["name", { name: "—" }],
    ["bornOn", { bornOn: "1980-02-30" }],
    ["phone", { phone: "ring twice" }],
    ["name", { name: "  " }],
    ["", { email: "a@b.test" }],
  ])("needs a valid %s", (path, over) => {
    const parsed = newPatientInput.safeParse({ name: "A", ...over });
    expect(new Set(parsed.error?.issues.map((issue) => issue.path.join(".")))).toEqual(new Set([path]));
  });
});

describe("looking up patients who came by bed or ambulance", () => {
  it("finds them at that hospital, with the day they came, and nowhere else", async () => {
    const { hospital, manager } = cast;
    const { patient: bedded } = await createPatient({ over: { name: "Umbriel Bedded" } });
    const { patient: carried } = await createPatient({ over: { name: "Umbriel Carried" } });
    const { patient: asked } = await createPatient({ over: { name: "Umbriel Asked" } });
    const call = {
      kind: "BASIC",
      pickupLatitude: 1,
      pickupLongitude: 1,
      contactName: "A",
      contactPhone: "1",
      trackingTokenHash: "x-umbriel",
    } as const;
    await db.bedBooking.create({
      data: {
        hospitalId: hospital.id,
        patientId: bedded.id,
        wardKind: "GENERAL",
        startsAt: inDays(0),
        endsAt: inDays(3),
      },
    });
    await db.ambulanceBooking.create({
      data: { ...call, hospitalId: hospital.id, patientId: carried.id, arrivedAt: new Date("2026-03-05T10:00:00Z") },
    });
    await db.ambulanceBooking.create({ data: { ...call, trackingTokenHash: "y-umbriel", patientId: asked.id } });
    const found = await searchPatients(manager.actor, { hospitalId: hospital.id, name: "umbriel" });
    expect(found.map(({ name, lastVisitOn }) => [name, lastVisitOn])).toEqual([
      ["Umbriel Carried", "2026-03-05"],
      ["Umbriel Bedded", null],
    ]);
    expect(await searchPatients(stranger, { hospitalId: stranger.hospitalId ?? "", name: "umbriel" })).toEqual([]);
  });
});
