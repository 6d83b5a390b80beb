import { beforeAll, expect, it } from "vitest";
import { listOperationsBehind } from "@/lib/domain/analytics/list-operations-behind";
import { loadReport } from "@/lib/domain/analytics/load-report";
import { recountDays } from "@/lib/domain/analytics/recount-days";
import { COUNTED_OPERATIONS } from "@/lib/domain/analytics/status";
import { db } from "@/lib/platform/db/db";
import { createAppointment, createBed, createPatient } from "../support/factories";
import { createWorld } from "./hospital-numbers-world";

/** By the hospital's calendar, in Kathmandu, the tenth begins at 18:15 on the ninth, UTC. */
const THE_TENTH = { from: "2026-03-10", to: "2026-03-10" };
const at = (text: string) => new Date(`2026-03-${text}:00Z`);

let world: Awaited<ReturnType<typeof createWorld>>;

/** A bed that one patient lay in from the 8th to the evening of the 9th, UTC, and another from an hour later on. */
beforeAll(async () => {
  world = await createWorld();
  const { hospitalId, wards } = world;
  const bed = await createBed(hospitalId, { ward: wards[0]! });
  const lie = async (from: Date, until: Date | null) => {
    const { patient } = await createPatient();
    const times = { startsAt: from, admittedAt: from, dischargedAt: until, endsAt: until };
    const status = until ? "DISCHARGED" : "ADMITTED";
    const of = { hospitalId, patientId: patient.id, wardKind: "GENERAL" } as const;
    const { id: bookingId } = await db.bedBooking.create({ data: { ...of, ...times, bedId: bed.id, status } });
    await db.bedStay.create({
      data: { hospitalId, wardId: bed.wardId, bedId: bed.id, bookingId, startsAt: from, endsAt: until },
    });
  };
  await lie(at("08T10:00"), at("09T18:30"));
  await lie(at("09T19:30"), null);
  await gain(0, hospitalId, "10T05:00", "10T05:30");
  await recountDays();
});

/** A time that someone took who waited for one. */
async function gain(by: number, hospitalId: string | null, from: string, until: string) {
  const { userId, patientIds } = world.patients[by]!;
  const gained = patientIds[0]!;
  const of = { patientId: gained, doctorId: world.doctors[0]!.id, hospitalId };
  const times = { startsAt: at(from), endsAt: at(until), createdAt: at("08T05:00") };
  const visit = await createAppointment(of, { ...times, hospitalId, status: "COMPLETED" });
  const day = new Date("2026-03-10");
  const entry = await db.waitlistEntry.create({
    data: {
      patientId: gained,
      doctorId: of.doctorId,
      fromOn: day,
      toOn: day,
      overAt: at("11T00:00"),
      joinedById: userId!,
    },
  });
  await db.waitlistOffer.create({
    data: {
      ...{ ...of, ...times, entryId: entry.id, bookedId: visit.id, status: "ACCEPTED" },
      ...{ expiresAt: at("09T04:00"), replacedStartsAt: at("12T05:00"), endedAt: at("08T06:00") },
    },
  });
}

it("lists what is counted, by the hospital's days, with what was measured", async () => {
  const { hospitalId, desk } = world;
  const list = async (what: (typeof COUNTED_OPERATIONS)[number], days = THE_TENTH) =>
    (await listOperationsBehind(desk, { hospitalId, what, ...days }, { limit: 10 })).items;
  const { beds, calls, visits } = await loadReport(desk, { hospitalId, ...THE_TENTH });
  const counted = [beds?.total.discharged, beds?.total.turned, visits.total.offersTaken, calls?.total.calls];
  expect(counted).toEqual([1, 1, 1, 0]);
  const [discharged, turned, gained, called] = await Promise.all(
    (["discharges", "turnovers", "gains", "calls"] as const).map((what) => list(what)),
  );
  expect([discharged, turned, gained, called].map((rows) => rows?.length)).toEqual(counted);
  expect(discharged![0]).toMatchObject({ at: "2026-03-09T18:30:00.000Z", minutes: 32.5 * 60 });
  expect(turned![0]).toMatchObject({ at: "2026-03-09T19:30:00.000Z", minutes: 60 });
  expect(gained![0]).toMatchObject({ at: "2026-03-10T05:00:00.000Z", minutes: 2 * 1_440 });
  // The first one lay there for the first quarter of an hour of that day.
  expect((await list("stays")).map(({ until }) => until)).toEqual([null, "2026-03-09T18:30:00.000Z"]);
  expect(await list("stays", { from: "2026-03-11", to: "2026-03-12" })).toHaveLength(1);
  expect(await list("stays", { from: "2026-03-01", to: "2026-03-07" })).toEqual([]);
});

it("goes on where a page ended", async () => {
  const { hospitalId, desk } = world;
  const query = { hospitalId, what: "stays", ...THE_TENTH } as const;
  const first = await listOperationsBehind(desk, query, { limit: 1 });
  const second = await listOperationsBehind(desk, query, { limit: 1, cursor: first.nextCursor! });
  expect([...first.items, ...second.items].map(({ until }) => until)).toEqual([null, "2026-03-09T18:30:00.000Z"]);
  expect(second.nextCursor).toBeNull();
});

it("is for the hospital's staff alone", async () => {
  const { hospitalId, doctors, patients } = world;
  for (const what of COUNTED_OPERATIONS)
    for (const actor of [doctors[0]!.actor, patients[0]!])
      await expect(listOperationsBehind(actor, { hospitalId, what }, { limit: 10 })).rejects.toMatchObject({
        code: "not-found",
      });
});

it("lists a doctor's filled times at all their places, as many as their numbers count, for themselves alone", async () => {
  const { hospitalId, doctors, desk } = world;
  const [{ actor, id: doctorId }, colleague] = [doctors[0]!, doctors[1]!];
  // The tenth at the hospital, and still the ninth in UTC.
  await gain(1, hospitalId, "09T18:30", "09T19:00");
  await gain(2, null, "10T09:00", "10T09:30");
  await recountDays();
  const list = (days: typeof THE_TENTH, limit = 10, cursor?: string) =>
    listOperationsBehind(actor, { doctorId, what: "gains", ...days }, { limit, cursor });
  for (const days of [THE_TENTH, { from: "2026-03-09", to: "2026-03-09" }, { from: "2026-03-01", to: "2026-03-31" }]) {
    const { visits } = await loadReport(actor, { doctorId, ...days });
    expect([days, (await list(days)).items.length]).toEqual([days, visits.total.offersTaken]);
  }
  const all = { from: "2026-03-09", to: "2026-03-10" };
  const hospital = await db.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { name: true } });
  const { items, nextCursor } = await list(all, 2);
  expect(items.map(({ at: start, place }) => [start, place])).toEqual([
    ["2026-03-10T09:00:00.000Z", null],
    ["2026-03-10T05:00:00.000Z", hospital.name],
  ]);
  expect((await list(all, 2, nextCursor!)).items).toMatchObject([{ at: "2026-03-09T18:30:00.000Z" }]);
  const ask = { doctorId, what: "gains" } as const;
  for (const other of [colleague.actor, desk])
    await expect(listOperationsBehind(other, ask, { limit: 5 })).rejects.toMatchObject({ code: "not-found" });
  const stays = listOperationsBehind(actor, { doctorId, what: "stays" }, { limit: 5 });
  await expect(stays).rejects.toMatchObject({ code: "invalid", fields: [{ path: "what" }] });
});
