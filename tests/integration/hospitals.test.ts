import { beforeAll, describe, expect, it } from "vitest";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { getHospitalProfile, listHospitalDoctors } from "@/lib/domain/hospitals/queries";
import { hospitalFilter } from "@/lib/domain/hospitals/schema";
import { searchHospitals } from "@/lib/domain/hospitals/search-hospitals";
import { listServices, listSpecialties } from "@/lib/domain/services/queries";
import { db } from "@/lib/platform/db/db";
import { seedDemo } from "@/prisma/seed/seed";
import { actorOf } from "@/tests/support/actors";
import {
  createAffiliation,
  createAppointment,
  createDoctor,
  createHospital,
  createPatient,
  createStaff,
  createUser,
} from "@/tests/support/factories";

const now = new Date();

beforeAll(async () => {
  await seedDemo({ now });
}, 300_000);

const names = async (query: Record<string, string>) =>
  (await searchHospitals(hospitalFilter.parse(query), { limit: 50 })).items.map((item) => item.name);

describe("the list of hospitals", () => {
  it("shows verified ones only", async () => {
    expect(await names({})).toEqual([
      "Havelbogen Unfallklinik",
      "Hudson Bridge Medical Center",
      "Karura Heights Hospital",
      "Lindenhof Klinikum Berlin",
      "Sumida Riverside Hospital",
    ]);
    expect(await names({ q: "miradouro" })).toEqual([]);
    await expect(getHospitalProfile({ slug: "miradouro-hospital-lisbon" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it.each(["lindenhof", "Lindenhof Klinkum", "BERLIN", "líndenhof"])("finds by %s", async (q) => {
    expect(await names({ q })).toContain("Lindenhof Klinikum Berlin");
  });

  it.each(["'; --", "%", "\\", '"', "_____", "<%"])("treats %s as plain text", async (q) =>
    expect(Array.isArray(await names({ q }))).toBe(true),
  );

  it("finds the nearest first, and pages through all of them once", async () => {
    expect((await names({ near: "52.5,13.4", radiusKm: "100" }))[0]).toBe("Lindenhof Klinikum Berlin");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await searchHospitals(hospitalFilter.parse({}), { limit: 1, cursor });
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(await names({}));
  });
});

describe("a hospital's page", () => {
  it("lists its departments and pages through its doctors with times at this place", async () => {
    const profile = await getHospitalProfile({ slug: "lindenhof-klinikum-berlin" });
    expect(profile.departments.length).toBeGreaterThan(3);
    const first = await listHospitalDoctors(profile.id, { limit: 4, now });
    const rest = await listHospitalDoctors(profile.id, { limit: 100, cursor: first.nextCursor ?? undefined, now });
    const all = [...first.items, ...rest.items];
    expect(all).toHaveLength(profile.doctorCount);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    expect(all.flatMap((one) => one.nextSlots).every((slot) => slot.hospitalId === profile.id)).toBe(true);
  });

  it("shows no doctors when it is unlisted", async () => {
    const hidden = await createHospital({ verification: "SUSPENDED" });
    await expect(listHospitalDoctors(hidden.id, { limit: 5 })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the hospital's numbers", () => {
  it("equal a count over the rows of the hospital's own day", async () => {
    for (const hospital of await db.hospital.findMany({
      where: { verification: "VERIFIED", departments: { some: {} } },
    })) {
      const { user } = await createStaff(hospital.id, "COORDINATOR");
      const stats = await getHospitalStats(await actorOf(user), hospital.id);
      const date = localDateAt(stats.asOf, hospital.timeZone);
      const day = {
        gte: startOfLocalDate(date, hospital.timeZone),
        lt: startOfLocalDate(shiftDate(date, 1), hospital.timeZone),
      };
      for (const [status, count] of Object.entries(stats.appointments.today)) {
        const rows = await db.appointment.count({
          where: { hospitalId: hospital.id, startsAt: day, status: status as "PENDING" },
        });
        expect([hospital.slug, status, count]).toEqual([hospital.slug, status, rows]);
      }
      expect(stats.doctors.active).toBe(
        await db.affiliation.count({ where: { hospitalId: hospital.id, status: "ACTIVE" } }),
      );
      expect(stats).toMatchObject({ hospitalId: hospital.id, date });
    }
  });

  it("start and end with the hospital's midnight, and count an expired hold as expired", async () => {
    const hospital = await createHospital({ timeZone: "Pacific/Auckland" });
    const { user } = await createStaff(hospital.id);
    const [one, two, three] = [
      await createDoctor({ hospitalId: hospital.id }),
      await createDoctor({ hospitalId: hospital.id }),
      await createDoctor(),
    ];
    await createAffiliation(three.doctor.id, hospital.id, { status: "SUSPENDED" });
    const { patient, user: booker } = await createPatient();
    const date = localDateAt(now, hospital.timeZone);
    const [from, to] = [
      startOfLocalDate(date, hospital.timeZone),
      startOfLocalDate(shiftDate(date, 1), hospital.timeZone),
    ];
    const visit = (startsAt: Date, over: Parameters<typeof createAppointment>[1]) =>
      createAppointment(
        { doctorId: one.doctor.id, patientId: patient.id },
        { hospitalId: hospital.id, startsAt, endsAt: new Date(+startsAt + 600_000), ...over },
      );
    await visit(from, { status: "CONFIRMED" });
    await visit(new Date(+to - 600_000), { status: "CANCELLED", doctorId: two.doctor.id });
    await visit(new Date(+from - 600_000), { status: "CONFIRMED" });
    await visit(to, { status: "CONFIRMED" });
    await visit(new Date(+from + 3_600_000), {
      status: "HELD",
      holdExpiresAt: new Date(+now - 1000),
      bookedByUserId: booker.id,
    });
    const stats = await getHospitalStats(await actorOf(user), hospital.id);
    expect(stats.appointments.today).toMatchObject({ CONFIRMED: 1, CANCELLED: 1, HELD: 0, EXPIRED: 1, PENDING: 0 });
    expect(stats.doctors).toEqual({ active: 2, suspended: 1, invited: 0 });
  });

  it("are 404 for everyone else", async () => {
    const [hospital, other] = [await createHospital(), await createHospital()];
    const strangers = [
      (await createStaff(other.id)).user,
      (await createPatient()).user,
      (await createDoctor({ hospitalId: hospital.id })).user,
      await createUser({ isAdmin: true }),
    ];
    for (const user of strangers) {
      await expect(getHospitalStats(await actorOf(user), hospital.id)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("the catalogue", () => {
  it("counts listed doctors and knows who is available soonest", async () => {
    const specialties = await listSpecialties();
    expect(specialties.length).toBeGreaterThanOrEqual(18);
    expect(specialties.find((one) => one.slug === "allergology")?.doctorCount).toBe(2);
    const { items } = await listServices({ q: "cardiology" }, { limit: 10, now });
    const service = items.find((item) => item.slug === "cardiology-consultation");
    expect(service?.doctorCount).toBe(5);
    expect(service?.nextAvailableAt).toBe(service?.doctors[0]?.nextAvailableAt);
  });
});
