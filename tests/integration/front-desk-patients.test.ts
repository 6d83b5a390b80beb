import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { searchPatients, searchSimilarPatients } from "@/lib/domain/front-desk/search-patients";
import { listDesk } from "@/lib/domain/front-desk/list-desk";
import { findPatientsInput } from "@/lib/domain/front-desk/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "@/tests/support/actors";
import { createAppointment, createDoctor, createHospital, createPatient, inDays } from "@/tests/support/factories";

type Person = { hospitalId: string; doctorId: string; desk: Actor };
let here: Person;
let there: Person;

async function open(): Promise<Person> {
  const hospital = await createHospital({ timeZone: "Asia/Tokyo" });
  const { doctor } = await createDoctor({ hospitalId: hospital.id });
  const { actor: desk } = await newStaff(hospital.id, "COORDINATOR");
  return { hospitalId: hospital.id, doctorId: doctor.id, desk };
}

async function been(place: Person, name: string, over: Parameters<typeof createAppointment>[1] = {}) {
  const { user, patient } = await createPatient({ over: { name, bornOn: new Date("1980-02-03") } });
  const held = over.status === "HELD" ? { holdExpiresAt: inDays(1), bookedByUserId: user.id } : {};
  await createAppointment(
    { doctorId: place.doctorId, patientId: patient.id },
    { hospitalId: place.hospitalId, ...over, ...held },
  );
  return patient;
}

beforeAll(async () => {
  [here, there] = [await open(), await open()];
});

const names = async (place: Person, name: string) =>
  (await searchPatients(place.desk, { hospitalId: place.hospitalId, name })).map((patient) => patient.name).sort();

describe("a patient search", () => {
  it("finds patients who have been here, by the start of their names, and no one else's", async () => {
    await been(here, "Zoë O'Hallaran");
    await been(here, "Bran Zoëberg");
    await been(there, "Zoella Otherplace");
    await createPatient({ over: { name: "Zoella Nowhere" } });
    await been(here, "Zoella Holding", { status: "HELD" });
    expect(await names(here, "zoe")).toEqual(["Bran Zoëberg", "Zoë O'Hallaran"]);
    expect(await names(here, "ZOË o'hal")).toEqual(["Zoë O'Hallaran"]);
    expect(await names(here, "hallaran zoe")).toEqual(["Zoë O'Hallaran"]);
    expect(await names(here, "oberg")).toEqual([]);
    expect(await names(there, "zo")).toEqual(["Zoella Otherplace"]);
  });

  it.each(["%%", "__", "\\\\", "' OR 1=1 --", "%zo%", "*.*"])("treats %s as plain text", async (typed) => {
    await been(here, "Percy Wildcard");
    expect(await names(here, typed)).not.toContain("Percy Wildcard");
  });

  it("needs at least two letters and returns at most ten, the latest first", async () => {
    expect(findPatientsInput.safeParse({ hospitalId: here.hospitalId, name: "a" }).success).toBe(false);
    expect(findPatientsInput.safeParse({ hospitalId: here.hospitalId, name: "%-" }).success).toBe(false);
    for (let n = 0; n < 12; n++) await been(here, `Quill Tenfold ${n}`, { status: "COMPLETED" });
    await been(here, "Quill Tomorrow");
    const found = await searchPatients(here.desk, { hospitalId: here.hospitalId, name: "quill" });
    expect(found).toHaveLength(10);
    expect(found[0]).toMatchObject({ name: "Quill Tenfold 11", bornOn: "1980-02-03" });
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(["bornOn", "id", "lastVisitOn", "name", "recordNumber"]);
  });

  it("shows the last visit in the hospital's own calendar", async () => {
    const patient = await been(here, "Lateen Evening", {
      startsAt: new Date("2026-03-01T16:00:00Z"),
      status: "COMPLETED",
    });
    for (const [startsAt, status] of [
      ["2026-03-05T10:00:00Z", "CANCELLED"],
      ["2099-01-01T10:00:00Z", "CONFIRMED"],
    ] as const) {
      await createAppointment(
        { doctorId: here.doctorId, patientId: patient.id },
        { hospitalId: here.hospitalId, startsAt: new Date(startsAt), status },
      );
    }
    const [found] = await searchPatients(here.desk, { hospitalId: here.hospitalId, name: "lateen" });
    expect(found?.lastVisitOn).toBe("2026-03-02");
  });

  it("is refused to people who work elsewhere", async () => {
    await expect(searchPatients(there.desk, { hospitalId: here.hospitalId, name: "zoe" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("finds the doctor's own patients for themselves, wherever they saw them, and no one else's", async () => {
    const own = await newDoctor({ hospitalId: here.hospitalId });
    const [atPractice, atHospital] = [{ ...here, doctorId: own.doctorId }, here.hospitalId];
    const seen = { status: "COMPLETED", startsAt: inDays(-3) } as const;
    await been(atPractice, "Yorick Practice", { ...seen, hospitalId: null });
    await been(atPractice, "Yorick Hospital", { hospitalId: atHospital });
    await been(atPractice, "Yorick Holding", { status: "HELD" });
    await been(here, "Yorick Colleague");
    const asked = { hospitalId: null, name: "yorick" };
    const found = await searchPatients(own.actor, asked);
    expect(found.map(({ name }) => name)).toEqual(["Yorick Practice", "Yorick Hospital"]);
    expect(found[0]?.lastVisitOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await searchSimilarPatients(own.actor, asked)).map(({ name }) => name).sort()).toEqual([
      "Yorick Hospital",
      "Yorick Practice",
    ]);
    for (const search of [searchPatients, searchSimilarPatients]) {
      await expect(search(here.desk, asked)).rejects.toMatchObject({ code: "not-found" });
      await expect(search(own.actor, { ...asked, hospitalId: atHospital })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  it("uses its index instead of reading every patient", async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT p."id" FROM "Patient" p WHERE p."searchWords" @@ "search_beginnings"(${"quill"})`;
    });
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("Patient_searchWords_idx");
  });
});

describe("booking for a patient", () => {
  it("works for those who have been here, and no one else", async () => {
    const known = await been(here, "Known Person", { startsAt: inDays(-3), status: "COMPLETED" });
    const foreign = await been(there, "Foreign Person", { startsAt: inDays(-3), status: "COMPLETED" });
    const book = (actor: Actor, patientId: string, start: Date) =>
      bookAppointment(actor, {
        doctorId: here.doctorId,
        patientId,
        start: start.toISOString(),
        hospitalId: here.hospitalId,
        reason: "Follow-up",
      });
    await expect(book(here.desk, foreign.id, inDays(5, "10:00"))).rejects.toMatchObject({ code: "not-found" });
    await expect(book(there.desk, foreign.id, inDays(5, "10:00"))).rejects.toMatchObject({ code: "not-found" });
    expect(await book(here.desk, known.id, inDays(5, "10:00"))).toMatchObject({
      status: "CONFIRMED",
      patientId: known.id,
      hospitalId: here.hospitalId,
    });
    await expect(book(here.desk, known.id, inDays(5, "10:00"))).rejects.toMatchObject({ code: "slot-taken" });
  });
});

describe("the desk's list", () => {
  it("contains the hospital's own appointments of the day only, filtered by name, doctor and status, each once across pages", async () => {
    const place = await open();
    const second = await createDoctor({ hospitalId: place.hospitalId });
    const [from, to] = [inDays(20, "00:00"), inDays(21, "00:00")];
    const onDay = (minute: number) => new Date(from.getTime() + minute * 60_000);
    for (let n = 0; n < 7; n++)
      await been(place, `Listed Person ${n}`, { startsAt: onDay(n * 40), status: n === 3 ? "PENDING" : "CONFIRMED" });
    await been({ ...place, doctorId: second.doctor.id }, "Other Doctor", { startsAt: onDay(0) });
    await been(place, "Day Before", { startsAt: onDay(-40) });
    await been(place, "Day After", { startsAt: to });
    await been(there, "Listed Elsewhere", { startsAt: onDay(0) });
    await been(place, "Listed Holding", { startsAt: onDay(600), status: "HELD" });
    const read = async (filter: Parameters<typeof listDesk>[2]) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listDesk(
          place.desk,
          place.hospitalId,
          { from, to, ...filter },
          { limit: 3, cursor, order: "asc" },
        );
        seen.push(...page.items.map((row) => row.patient.name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen;
    };
    expect((await read({})).sort()).toEqual([
      ...Array.from({ length: 7 }, (_, n) => `Listed Person ${n}`),
      "Other Doctor",
    ]);
    expect(await read({ name: "listed" })).toEqual(Array.from({ length: 7 }, (_, n) => `Listed Person ${n}`));
    expect(await read({ status: "PENDING" })).toEqual(["Listed Person 3"]);
    expect(await read({ doctorId: second.doctor.id })).toEqual(["Other Doctor"]);
    expect(await read({ name: "nobody" })).toEqual([]);
    const outside = await listDesk(there.desk, place.hospitalId, { from, to }, { limit: 20, order: "asc" });
    expect(outside.items).toEqual([]);
  });
});
