import { beforeAll, describe, expect, it } from "vitest";
import { passwordMatches } from "@/lib/platform/auth/password";
import { db } from "@/lib/platform/db/db";
import { listOffers } from "@/lib/domain/schedules/queries";
import { checkSlot } from "@/lib/domain/schedules/rules";
import { offerAll } from "@/lib/domain/waitlist/offer-times";
import { makeDemo } from "@/prisma/seed/demo";
import { ALL_NAMES } from "@/prisma/seed/people";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "@/prisma/seed/sign-ins";
import { seedDemo } from "@/prisma/seed/seed";

const DAY = 86_400_000;
const now = new Date();
let written: Record<string, number> | null = null;

beforeAll(async () => {
  written = await seedDemo({ now });
}, 300_000);

describe("the demo", () => {
  it("is small enough to be ready within seconds", () => {
    const rows = Object.values(written ?? {}).reduce((sum, count) => sum + count, 0);
    expect(rows).toBeGreaterThan(5_000);
    expect(rows).toBeLessThan(40_000);
  });

  it("is the same for the same day, and keeps its people on every other", () => {
    const at = new Date("2027-03-27T21:17:00Z");
    expect(makeDemo(at, "hash")).toEqual(makeDemo(at, "hash"));
    const later = makeDemo(new Date(at.getTime() + 3 * DAY), "hash");
    expect(later.users.map((user) => user.email)).toEqual(makeDemo(at, "hash").users.map((user) => user.email));
  });

  it.each(["2027-03-28T00:30:00Z", "2026-10-25T01:05:00Z", "2026-12-31T22:55:00Z", "2027-07-04T12:00:00Z"])(
    "shows patients waiting at the demo doctor's whenever it starts (%s)",
    (at) => {
      const demo = makeDemo(new Date(at), "hash");
      const own = demo.appointments.filter((visit) => visit.doctorId === demo.doctors[0]?.id);
      const near = own.filter((visit) => Math.abs(+new Date(visit.startsAt) - Date.parse(at)) < 5 * 3_600_000);
      const statuses = near.map((visit) => visit.status);
      expect(statuses).toEqual(expect.arrayContaining(["CHECKED_IN", "PENDING", "CONFIRMED"]));
    },
  );

  it("has asked its patient to come again, whenever it starts, and gives its doctor a list", async () => {
    for (const date of ["2027-01-31", "2027-03-04", "2027-03-07", "2027-12-01"]) {
      const at = new Date(`${date}T00:30:00Z`);
      const [first] = makeDemo(at, "hash").recalls;
      expect([first!.dueAt <= at, first!.tellAt! > at], date).toEqual([true, true]);
    }
    const [found] = await db.$queryRaw<{ due: number; own: number; states: string[] }[]>`
      SELECT count(*) FILTER (WHERE u."email" = 'patient@demo.test' AND n."state" = 'OPEN' AND n."dueAt" <= now())::int AS "due",
        count(*) FILTER (WHERE o."email" = 'doctor@demo.test')::int AS "own", array_agg(DISTINCT n."state") AS "states"
      FROM "RecallNow" n JOIN "Doctor" d ON d."id" = n."doctorId" JOIN "User" o ON o."id" = d."userId"
        JOIN "PatientAccess" a ON a."patientId" = n."patientId" JOIN "User" u ON u."id" = a."userId"`;
    expect(found).toMatchObject({ due: 1, states: expect.arrayContaining(["BOOKED", "DISMISSED", "OPEN"]) as unknown });
    expect(found!.own).toBeGreaterThan(4);
  });

  it("lists 44 doctors in at least fifteen specialties, at hospitals in four time zones", async () => {
    const listed = await db.doctor.findMany({
      where: { verification: "VERIFIED" },
      select: { timeZone: true, specialties: { select: { specialtyId: true } }, services: { select: { id: true } } },
    });
    expect(listed).toHaveLength(44);
    expect(new Set(listed.flatMap((one) => one.specialties.map((s) => s.specialtyId))).size).toBeGreaterThanOrEqual(15);
    expect(listed.every((one) => one.services.length >= 2)).toBe(true);
    const hospitals = await db.hospital.findMany({ where: { verification: "VERIFIED" }, select: { timeZone: true } });
    expect(new Set(hospitals.map((one) => one.timeZone)).size).toBeGreaterThanOrEqual(4);
    expect(await db.doctor.count({ where: { verification: "PENDING" } })).toBe(3);
    expect(await db.hospital.count({ where: { verification: "PENDING" } })).toBe(1);
  });

  it("lets the four demo users sign in, each with their role", async () => {
    const users = await db.user.findMany({
      where: { email: { in: DEMO_SIGN_INS } },
      select: {
        email: true,
        passwordHash: true,
        isAdmin: true,
        doctor: { select: { affiliations: true } },
        staff: true,
      },
    });
    const of = (who: string) => users.find((user) => user.email === `${who}@demo.test`);
    expect(await passwordMatches(DEMO_PASSWORD, of("patient")?.passwordHash ?? null)).toBe(true);
    expect(of("admin")?.isAdmin).toBe(true);
    expect(of("hospital")?.staff?.role).toBe("MANAGER");
    expect(of("doctor")?.doctor?.affiliations[0]?.hospitalId).toBe(of("hospital")?.staff?.hospitalId);
  });

  it("has two months behind it and two ahead", async () => {
    const at = await db.appointment.aggregate({ _min: { startsAt: true }, _max: { startsAt: true } });
    expect(now.getTime() - +(at._min.startsAt ?? now)).toBeGreaterThan(50 * DAY);
    expect(+(at._max.startsAt ?? now) - now.getTime()).toBeGreaterThan(50 * DAY);
    const kinds = await db.appointment.groupBy({ by: ["status"], _count: true });
    for (const status of ["PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "CANCELLED", "NO_SHOW"]) {
      expect(kinds.find((kind) => kind.status === status)?._count ?? 0, status).toBeGreaterThan(1);
    }
  });

  it("completes no visit without a signed note, and has no one in two places", async () => {
    const [found] = await db.$queryRaw<{ overlaps: number }[]>`
      SELECT count(*)::int AS overlaps FROM "Appointment" a JOIN "Appointment" b ON a."id" < b."id"
        AND (a."doctorId" = b."doctorId" OR a."patientId" = b."patientId") AND a."startsAt" < b."endsAt" AND b."startsAt" < a."endsAt"
      WHERE 'CANCELLED' NOT IN (a."status", b."status")`;
    expect(found?.overlaps).toBe(0);
    const demo = makeDemo(now, "hash");
    const signed = new Set(
      demo.encounters.filter((note) => note.status === "SIGNED").map((note) => note.appointmentId),
    );
    const completed = demo.appointments.filter((visit) => visit.status === "COMPLETED");
    expect(completed.every((visit) => signed.has(visit.id))).toBe(true);
    expect(completed.every((visit) => +new Date(visit.endsAt) <= now.getTime())).toBe(true);
  });

  it("puts every upcoming visit on a time the hours really offer", async () => {
    const visits = await db.appointment.findMany({
      where: { startsAt: { gt: now }, status: { in: ["PENDING", "CONFIRMED"] } },
    });
    const window = { from: now, to: new Date(now.getTime() + 61 * DAY) };
    const offers = await listOffers(db, [...new Set(visits.map((visit) => visit.doctorId))], { window, now });
    const byDoctor = new Map(offers.map((offer) => [offer.doctorId, offer]));
    const stray = visits.filter((visit) => {
      const offer = byDoctor.get(visit.doctorId);
      if (!offer) return true;
      const mine = visit.startsAt.getTime();
      const bookings = offer.bookings.filter((booking) => new Date(booking.start).getTime() !== mine);
      const schedules = offer.schedules.map((one) => ({ ...one, minNoticeMinutes: 0 }));
      const { scheduleId, serviceId } = visit;
      const wanted = { ...(scheduleId ? { scheduleId } : {}), ...(serviceId ? { serviceId } : {}) };
      return checkSlot({ ...offer, schedules, bookings }, visit.startsAt, now, wanted).kind !== "open";
    });
    expect(visits.length).toBeGreaterThan(200);
    expect(stray).toEqual([]);
  });

  it("fills beds as hospitals do: most occupied, some free, being cleaned, reserved or requested, consistent with the stays", async () => {
    const [home] = await db.hospital.findMany({ where: { slug: "lindenhof-klinikum-berlin" } });
    const found = await db.$queryRaw<{ condition: string; count: number }[]>`
      SELECT "condition", count(*)::int AS "count" FROM "BedNow" WHERE "hospitalId" = ${home?.id}::uuid GROUP BY 1`;
    const beds = Object.fromEntries(found.map(({ condition, count }) => [condition, count]));
    for (const condition of ["FREE", "OCCUPIED", "CLEANING", "RESERVED", "OUT_OF_SERVICE"])
      expect(beds[condition] ?? 0, condition).toBeGreaterThan(0);
    const admitted = await db.bedBooking.findMany({
      where: { hospitalId: home!.id, status: "ADMITTED" },
      select: { bedId: true, stays: { where: { endsAt: null } } },
    });
    expect(admitted).toHaveLength(beds.OCCUPIED ?? 0);
    expect(admitted.every(({ bedId, stays }) => stays.length === 1 && stays[0]?.bedId === bedId)).toBe(true);
    expect(await db.bedBooking.count({ where: { hospitalId: home!.id, status: "REQUESTED" } })).toBeGreaterThan(1);
    const vehicles = await db.$queryRaw<
      { condition: string }[]
    >`SELECT DISTINCT "condition" FROM "AmbulanceNow" WHERE "hospitalId" = ${home?.id}::uuid`;
    expect(vehicles.map(({ condition }) => condition).sort()).toEqual(["AVAILABLE", "ON_CALL", "OUT_OF_SERVICE"]);
  });

  it("has patients who said that they will come, and some who haven't yet", async () => {
    const soon = await db.appointment.findMany({
      where: { status: "CONFIRMED", startsAt: { gt: now, lt: new Date(now.getTime() + 2 * DAY) } },
    });
    const said = soon.filter(({ attendanceConfirmedAt }) => attendanceConfirmedAt !== null);
    expect(said.length).toBeGreaterThan(5);
    expect(soon.length - said.length).toBeGreaterThan(2);
    expect(said.every((visit) => visit.attendanceConfirmedAt! <= now && visit.confirmedAt! <= now)).toBe(true);
  });

  it("has a ledger of messages by every channel: sent, cancelled, tried again, and one to send again", async () => {
    const rows = await db.message.groupBy({ by: ["channel", "state"], _count: true });
    const found = rows.map(({ channel, state }) => `${channel} ${state}`);
    for (const one of ["EMAIL SENT", "PUSH SENT", "SMS SENT", "IN_APP SENT", "PUSH CANCELLED", "EMAIL FAILED"])
      expect(found).toContain(one);
    const refused = await db.message.findMany({ where: { state: "GIVEN_UP" } });
    expect(refused).toMatchObject([
      { channel: "EMAIL", answer: "EENVELOPE-550", content: { letter: expect.anything() } },
    ]);
    expect(await db.message.count({ where: { createdAt: { gt: new Date() } } })).toBe(0);
    const links = await db.visitLink.findMany({ where: { appointmentId: refused[0]!.about!.split(":")[1]! } });
    expect(links.map(({ userId }) => userId)).toContain(refused[0]?.userId);
  });

  it("has people on the waitlist, and no open time that suits them", async () => {
    expect(await db.waitlistEntry.count({ where: { status: "WAITING" } })).toBeGreaterThan(1);
    expect(await offerAll(now)).toBe(0);
  });

  it("names everyone once and gives the names to the tests that look for them", async () => {
    const users = await db.user.findMany({ select: { name: true } });
    expect(new Set(users.map((user) => user.name)).size).toBe(users.length);
    expect(users.every((user) => ALL_NAMES.includes(user.name.replace(/^Dr\. /, "")))).toBe(true);
  });

  it("leaves a database that has accounts alone", async () => {
    expect(await seedDemo({ now })).toBeNull();
    expect(await db.doctor.count()).toBe(48);
  });
});
