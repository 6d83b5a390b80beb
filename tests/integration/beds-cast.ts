import { expect } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import type { BedBookingStatus, WardKind } from "@/lib/domain/beds/status";
import { db, type Prisma } from "@/lib/platform/db/db";
import { actorOf, newDoctor, newPatient } from "../support/actors";
import { createAdmin, createBed, createHospital, createStaff, createWard } from "../support/factories";
export { codeOf, outcome } from "../support/outcome";

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

/** A hospital with both kinds of staff and wards of these kinds, without beds. */
export async function createHouse(kinds: WardKind[] = ["GENERAL"], over: Parameters<typeof createHospital>[0] = {}) {
  const hospital = await createHospital(over);
  const [manager, coordinator] = [
    await createStaff(hospital.id, "MANAGER"),
    await createStaff(hospital.id, "COORDINATOR"),
  ];
  const wards = await Promise.all(kinds.map((kind) => createWard(hospital.id, { kind })));
  return {
    hospital,
    wards,
    ward: wards[0]!,
    manager: await actorOf(manager.user),
    coordinator: await actorOf(coordinator.user),
    staff: { manager, coordinator },
  };
}

/** People who have nothing to do with a house: a patient, its own doctor, another hospital's manager, an administrator. */
export async function createStrangers(house: { hospital: { id: string } }): Promise<Actor[]> {
  return [
    (await newPatient()).actor,
    (await newDoctor({ hospitalId: house.hospital.id })).actor,
    (await createHouse()).manager,
    await actorOf(await createAdmin()),
  ];
}

/** How a use case ends: "ok", or the code of its error and the fields it names. */
export const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: { code: string; fields?: { path: string }[] }) => [
      error.code,
      ...(error.fields ?? []).map(({ path }) => path),
    ],
  );

type Where = { hospital: { id: string }; ward: { id: string } };

/** A booking in the given state, with a patient and, where the state has one, a bed of its own. */
export async function createStay(
  house: Where,
  status: BedBookingStatus,
  over: Partial<Prisma.BedBookingUncheckedCreateInput> = {},
) {
  const { user, patient, actor } = await newPatient();
  const isPlaced = ["RESERVED", "ADMITTED", "DISCHARGED"].includes(status);
  const bed = over.bedId
    ? { id: over.bedId }
    : isPlaced
      ? await createBed(house.hospital.id, { ward: house.ward })
      : null;
  const admittedAt = status === "ADMITTED" || status === "DISCHARGED" ? inHours(-2) : null;
  const row = await db.bedBooking.create({
    data: {
      hospitalId: house.hospital.id,
      patientId: patient.id,
      wardKind: "GENERAL",
      status,
      bedId: bed?.id ?? null,
      startsAt: admittedAt ?? inHours(-1),
      reservedUntil: isPlaced ? inHours(3) : null,
      admittedAt,
      dischargedAt: status === "DISCHARGED" ? new Date() : null,
      endedAt: ["DECLINED", "CANCELLED", "EXPIRED"].includes(status) ? new Date() : null,
      requestedByUserId: user.id,
      ...over,
    },
  });
  const bedId = row.bedId;
  if (status === "ADMITTED" && bedId) {
    await db.bedStay.create({
      data: { hospitalId: house.hospital.id, wardId: house.ward.id, bedId, bookingId: row.id, startsAt: row.startsAt },
    });
  }
  return { row, user, patient, actor, bed };
}

/** A bed's condition, by the one definition. */
export async function conditionOf(bedId: string): Promise<string | undefined> {
  const [row] = await db.$queryRaw<
    { condition: string }[]
  >`SELECT "condition" FROM "BedNow" WHERE "id" = ${bedId}::uuid`;
  return row?.condition;
}

/** Does the same so many times at once. */
export const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));

/** Every event's number follows the one before, for everything that happened at this hospital. */
export async function expectNoGaps(hospitalId: string) {
  const rows = await db.domainEvent.findMany({
    where: { OR: [{ aggregateId: hospitalId }, { refs: { path: ["hospitalId"], equals: hospitalId } }] },
    orderBy: { position: "asc" },
    select: { aggregate: true, aggregateId: true, sequence: true },
  });
  const last = new Map<string, number>();
  for (const { aggregate, aggregateId, sequence } of rows) {
    const key = `${aggregate}:${aggregateId}`;
    expect(Number(sequence), key).toBe((last.get(key) ?? 0) + 1);
    last.set(key, Number(sequence));
  }
  expect(rows.length).toBeGreaterThan(0);
}
