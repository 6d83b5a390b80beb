import { expect } from "vitest";
import { countCapacity } from "@/lib/domain/analytics/internal/count-capacity";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { loadNumbers } from "@/lib/domain/analytics/load-numbers";
import { loadNow } from "@/lib/domain/analytics/load-now";
import { PERIODS } from "@/lib/domain/analytics/rules-time";
import { startOfLocalDate } from "@/lib/platform/time/local-date";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { actorOf, newPatient, newStaff } from "../support/actors";
import { countNaively } from "../support/count-hospital";
import {
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createWard,
} from "../support/factories";
import { region } from "./ambulances-harness";
import type { World } from "./hospital-numbers-operations";

const ZONE = "Asia/Kathmandu";
export const MINUTE = 60_000;
const AROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "24:00" }));

/** A hospital with a little of everything, and people who act on it. */
export async function createWorld(): Promise<World> {
  const place = region();
  const { id: hospitalId } = await createHospital({ ...place, timeZone: ZONE });
  const [manager, desk] = [
    (await newStaff(hospitalId, "MANAGER")).actor,
    (await newStaff(hospitalId, "COORDINATOR")).actor,
  ];
  const wards = [await createWard(hospitalId, { kind: "GENERAL" }), await createWard(hospitalId, { kind: "ICU" })];
  for (const ward of [...wards, ...wards, wards[0]!]) await createBed(hospitalId, { ward });
  for (let n = 0; n < 2; n++) await createAmbulance(hospitalId, { kind: "BASIC" });
  const patients = await Promise.all(Array.from({ length: 5 }, async () => (await newPatient()).actor));
  const doctors = await Promise.all(
    [hospitalId, hospitalId, undefined, undefined].map(async (at) => {
      const { doctor, user } = await createDoctor(
        at ? { hospitalId: at, schedule: { rules: AROUND_THE_CLOCK } } : { schedule: null },
      );
      return { id: doctor.id, actor: await actorOf(user) };
    }),
  );
  const { date } = await getHospitalStats(desk, hospitalId);
  const midnight = startOfLocalDate(date, ZONE).getTime();
  for (let n = 0; n < 8; n++) {
    const at = { startsAt: new Date(midnight + n * 40 * MINUTE), endsAt: new Date(midnight + (n * 40 + 30) * MINUTE) };
    await createAppointment(
      { doctorId: doctors[n % 2]!.id, patientId: patients[n % 5]!.patientIds[0]! },
      { hospitalId, ...at, status: n % 4 === 0 ? "PENDING" : "CONFIRMED" },
    );
  }
  return { hospitalId, place, wards, manager, desk, patients, doctors };
}

/** Expects everything shown to match the rows at that moment. */
export async function expectTrueNumbers({ hospitalId, manager, place: _place, ...world }: World) {
  const stats = await getHospitalStats(world.desk, hospitalId);
  const naive = await countNaively(hospitalId, stats.asOf);
  expect(stats).toEqual(naive);
  const capacity = (await countCapacity([hospitalId]))(hospitalId);
  const freeOf = (kind: string) =>
    stats.wards.filter((ward) => ward.kind === kind).reduce((sum, { free }) => sum + free, 0);
  for (const { kind, free } of capacity.beds) expect([kind, free]).toEqual([kind, freeOf(kind)]);
  expect(capacity.beds.reduce((sum, { free }) => sum + free, 0)).toBe(stats.beds.free);
  expect(capacity.ambulances.reduce((sum, { free }) => sum + free, 0)).toBe(stats.ambulances.available);
  await expectTrueSums(world.desk, hospitalId);
  const now = await loadNow(manager, hospitalId, { to: new Date(Date.now() + 86_400_000) }, new Date(stats.asOf));
  expect([now.bedRequests.length, now.calls.length, now.joinRequests.length]).toEqual(
    [stats.requests.beds, stats.requests.ambulances, stats.requests.invitations].map((count) => Math.min(5, count)),
  );
}

const hasArrived = (status: string) => ["CHECKED_IN", "IN_PROGRESS", "COMPLETED"].includes(status);

/** Expects the totals of visits to match a recount, quarter by quarter, and the numbers over time with them. */
export async function expectTrueSums(actor: Actor, hospitalId: string) {
  const visits = await db.appointment.findMany({ where: { hospitalId } });
  const sums = new Map<number, { came: number; missed: number; left: number }>();
  for (const { startsAt, status } of visits) {
    const quarter = Math.floor(startsAt.getTime() / (15 * MINUTE)) * 15 * MINUTE;
    const { came, missed, left } = sums.get(quarter) ?? { came: 0, missed: 0, left: 0 };
    sums.set(quarter, {
      came: came + Number(hasArrived(status)),
      missed: missed + Number(status === "NO_SHOW"),
      left: left + Number(status === "LEFT"),
    });
  }
  const kept = await db.visitSum.findMany({ where: { hospitalId }, orderBy: { startsAt: "asc" } });
  const isSomething = ({ came, missed, left }: { came: number; missed: number; left: number }) =>
    came + missed + left > 0;
  expect(
    kept.filter(isSomething).map(({ startsAt, came, missed, left }) => [startsAt.getTime(), { came, missed, left }]),
  ).toEqual([...sums].filter(([, sum]) => isSomething(sum)).sort(([a], [b]) => a - b));
  for (const period of PERIODS) {
    for (const { start, end, ...shown } of (await loadNumbers(actor, { hospitalId, period, wardId: null })).visits) {
      const within = visits.filter(({ startsAt }) => startsAt >= new Date(start) && startsAt < new Date(end));
      const count = (is: (status: string) => boolean) => within.filter(({ status }) => is(status)).length;
      expect(shown).toEqual({
        came: count(hasArrived),
        missed: count((status) => status === "NO_SHOW"),
        left: count((status) => status === "LEFT"),
      });
    }
  }
}
