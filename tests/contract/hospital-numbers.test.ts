import { beforeAll, describe, expect, it } from "vitest";
import { GET as getStats } from "@/app/api/hospitals/[id]/stats/route";
import { GET as getHospital } from "@/app/api/hospitals/[id]/route";
import { GET as listHospitals } from "@/app/api/hospitals/route";
import { db } from "@/lib/platform/db/db";
import {
  createAdmin,
  createAmbulance,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createStaff,
  createUser,
  createWard,
} from "@/tests/support/factories";
import { bearerOf, call, essence, expectProblem } from "./appointments-harness";

const MISSING = "0197a3c0-0000-7000-8000-00000000000a";
const OCCUPANT = "Wilhelmina Neverseen";
const HOUR_MS = 3_600_000;

let hospital: { id: string; slug: string; name: string };
let staff: { id: string };
let wards: { id: string; name: string }[];
const statsOf = async (id: string, user?: { id: string }) =>
  call(getStats, { params: { id }, ...(user ? { headers: await bearerOf(user) } : {}) });

beforeAll(async () => {
  hospital = await createHospital();
  staff = (await createStaff(hospital.id, "COORDINATOR")).user;
  const { patient } = await createPatient({ over: { name: OCCUPANT } });
  const { patient: next } = await createPatient();
  wards = [
    await createWard(hospital.id, { name: "A", kind: "ICU" }),
    await createWard(hospital.id, { name: "B", kind: "GENERAL" }),
    await createWard(hospital.id, { name: "C", kind: "HDU" }),
  ];
  const [icu, general] = wards;
  const taken = await createBed(hospital.id, { ward: icu! });
  const kept = await createBed(hospital.id, { ward: general! });
  const lapsed = await createBed(hospital.id, { ward: general! });
  await createBed(hospital.id, { ward: general!, over: { state: "CLEANING", cleaningDueAt: new Date() } });
  await createBed(hospital.id, { ward: general!, over: { state: "OUT_OF_SERVICE", stateReason: "Repair" } });
  await createBed(hospital.id, { ward: general!, over: { removedAt: new Date() } });
  const now = Date.now();
  const base = { hospitalId: hospital.id, wardKind: "GENERAL", startsAt: new Date(now - HOUR_MS) } as const;
  await db.bedBooking.create({
    data: { ...base, patientId: patient.id, bedId: taken.id, status: "ADMITTED", admittedAt: new Date(now - HOUR_MS) },
  });
  await db.bedBooking.create({
    data: { ...base, patientId: next.id, bedId: kept.id, status: "RESERVED", reservedUntil: new Date(now + HOUR_MS) },
  });
  await db.bedBooking.create({
    data: { ...base, patientId: next.id, bedId: lapsed.id, status: "RESERVED", reservedUntil: new Date(now - 60_000) },
  });
  await db.bedBooking.create({ data: { ...base, patientId: next.id } });
  for (const hours of [10, 20, 31]) {
    const admittedAt = new Date(now - 100 * HOUR_MS - hours * HOUR_MS);
    const data = {
      ...base,
      patientId: next.id,
      bedId: kept.id,
      status: "DISCHARGED",
      startsAt: admittedAt,
      admittedAt,
      dischargedAt: new Date(now - 100 * HOUR_MS),
    } as const;
    await db.bedBooking.create({ data });
  }
  await createAmbulance(hospital.id, { kind: "ADVANCED" });
  await createAmbulance(hospital.id, { kind: "ICU", state: "OUT_OF_SERVICE", stateReason: "Inspection" });
});

describe("GET /api/hospitals/:id/stats", () => {
  it("answers everything to the hospital's staff", async () => {
    const { status, body } = await statsOf(hospital.id, staff);
    expect(status).toBe(200);
    const none = { total: 0, free: 0, reserved: 0, occupied: 0, cleaning: 0, outOfService: 0, closed: 0 };
    expect(body).toMatchObject({
      hospitalId: hospital.id,
      doctors: { active: 0, suspended: 0, invited: 0 },
      beds: { total: 5, free: 1, reserved: 1, occupied: 1, cleaning: 1, outOfService: 1, closed: 0 },
      ambulances: { total: 2, available: 1, onCall: 0, outOfService: 1 },
      requests: { beds: 1, ambulances: 0, invitations: 0 },
      medianWaitMinutes: null,
      medianStayHours: 20,
    });
    expect(body.wards).toEqual([
      { id: wards[0]?.id, name: "A", kind: "ICU", ...none, total: 1, occupied: 1 },
      {
        id: wards[1]?.id,
        name: "B",
        kind: "GENERAL",
        total: 4,
        free: 1,
        reserved: 1,
        occupied: 0,
        cleaning: 1,
        outOfService: 1,
        closed: 0,
      },
      { id: wards[2]?.id, name: "C", kind: "HDU", ...none },
    ]);
    expect(Math.abs(Date.parse(String(body.asOf)) - Date.now())).toBeLessThan(60_000);
  });

  it("answers for an unverified hospital to its own staff only", async () => {
    const pending = await createHospital({ verification: "PENDING", verifiedAt: null });
    const { user } = await createStaff(pending.id);
    expect((await statsOf(pending.id, user)).status).toBe(200);
    expectProblem(await call(getHospital, { params: { id: pending.id } }), 404, "not-found");
  });

  it("answers 404 to everyone else", async () => {
    const missing = essence(await statsOf(MISSING, staff));
    expect(missing.status).toBe(404);
    const other = await createHospital();
    const strangers = [
      (await createStaff(other.id)).user,
      (await createPatient()).user,
      (await createDoctor({ hospitalId: hospital.id })).user,
      await createAdmin(),
      await createUser(),
    ];
    for (const user of strangers) expect(essence(await statsOf(hospital.id, user))).toEqual(missing);
    expectProblem(await statsOf(hospital.id), 401, "unauthenticated");
  });
});

describe("a hospital's public capacity", () => {
  const FREE = {
    beds: [
      { kind: "GENERAL", free: 1 },
      { kind: "ICU", free: 0 },
    ],
    ambulances: [
      { kind: "ADVANCED", free: 1 },
      { kind: "ICU", free: 0 },
    ],
  };

  it("is what is free, by kind, and when it was counted", async () => {
    const { status, body, text } = await call(getHospital, { params: { id: hospital.id } });
    expect(status).toBe(200);
    expect(body.capacity).toEqual({
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      ...FREE,
    });
    for (const secret of [OCCUPANT, "occupied", "reserved", "wards", "total"]) expect(text).not.toContain(secret);
  });

  it("is the same in the list, and absent for a hospital without beds and vehicles", async () => {
    const empty = await createHospital();
    const { body } = await call(listHospitals, { query: { limit: "100" } });
    const items = body.items as { id: string; capacity: unknown }[];
    const of = (id: string) => items.find((item) => item.id === id)?.capacity;
    expect(of(hospital.id)).toMatchObject(FREE);
    expect(of(empty.id)).toMatchObject({ beds: [], ambulances: [] });
  });
});
