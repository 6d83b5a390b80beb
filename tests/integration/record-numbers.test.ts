import { beforeAll, describe, expect, it } from "vitest";
import { listHospitalStays } from "@/lib/domain/beds/list-hospital-stays";
import { listDesk } from "@/lib/domain/front-desk/list-desk";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { lookUpInput } from "@/lib/domain/lookup/schema";
import { searchThings } from "@/lib/domain/lookup/internal/search-things";
import { changeRegistration } from "@/lib/domain/registrations/change-registration";
import { getDeskPatient, searchLikelyKnown } from "@/lib/domain/registrations/queries";
import { registerPatient } from "@/lib/domain/registrations/register-patient";
import { registerInput } from "@/lib/domain/registrations/schema";
import { db } from "@/lib/platform/db/db";
import { createAppointment, inDays } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { merged, openDesk, readEverything, type Desk } from "./merges-harness";

let here: Desk;
let there: Desk;
readEverything();
beforeAll(async () => {
  [here, there] = [await openDesk(), await openDesk()];
});

const register = (recordNumber: string, at = here, patient: object = { name: "Nora Numbered" }) =>
  registerPatient(at.desk, registerInput.parse({ hospitalId: at.hospitalId, patient, recordNumber, isNew: true }));
const found = async (name: string, at = here) =>
  (await searchPatients(at.desk, { hospitalId: at.hospitalId, name })).map(({ id }) => id);

describe("a hospital's record number", () => {
  it("finds its patient wherever the desk searches, in any spelling, and no one at another hospital", async () => {
    const { patient } = await register("Ab 12-7");
    const stranger = await register("Ab 12-7", there);
    expect([await found("aB  12-7"), await found("Ab 12-7", there)]).toEqual([[patient.id], [stranger.patient.id]]);
    expect(await found("12-7")).toEqual([]);
    const visit = await createAppointment(
      { doctorId: here.doctor.doctorId, patientId: patient.id },
      { hospitalId: here.hospitalId },
    );
    const listed = async (at: Desk) =>
      (await listDesk(at.desk, at.hospitalId, { name: "ab 12-7" }, { limit: 5, order: "asc" })).items.map(
        ({ id }) => id,
      );
    expect([await listed(here), await listed(there)]).toEqual([[visit.id], []]);
    const stay = await db.bedBooking.create({
      data: { hospitalId: here.hospitalId, patientId: patient.id, wardKind: "GENERAL", startsAt: inDays(1) },
    });
    const stays = await listHospitalStays(here.desk, here.hospitalId, { name: "AB 12-7" }, { limit: 5 });
    expect(stays.items.map(({ id }) => id)).toEqual([stay.id]);
    const hits = async (at: Desk) =>
      (await searchThings(at.desk, lookUpInput.parse({ portal: "hospital", words: "ab 12-7" })))
        .map(({ kind, id }) => [kind, id])
        .sort();
    expect(await hits(here)).toEqual(
      [
        ["patient", patient.id],
        ["stay", stay.id],
        ["visit", visit.id],
      ].sort(),
    );
    expect(await hits(there)).toEqual([["patient", stranger.patient.id]]);
  });

  it("is shown with the patient, only at the hospital whose number it is", async () => {
    const { patient } = await register("S-1", here, { name: "Sten Shownfield" });
    await createAppointment(
      { doctorId: there.doctor.doctorId, patientId: patient.id },
      { hospitalId: there.hospitalId },
    );
    const shown = async (at: Desk) => [
      (await searchPatients(at.desk, { hospitalId: at.hospitalId, name: "Sten Shownfield" }))[0]?.recordNumber,
      (await getDeskPatient(at.desk, at.hospitalId, patient.id)).registrations.map((one) => one.recordNumber),
    ];
    expect([await shown(here), await shown(there)]).toEqual([
      ["S-1", ["S-1"]],
      [null, []],
    ]);
    expect(await outcome(getDeskPatient(there.desk, here.hospitalId, patient.id))).toBe("not-found");
    const unknown = await db.patient.create({ data: { name: "Never Here" } });
    expect(await outcome(getDeskPatient(here.desk, here.hospitalId, unknown.id))).toBe("not-found");
  });

  it("leads to the record that was kept after a merge, which has both", async () => {
    const person = { name: "Mika Mergefield", bornOn: "1971-08-01" };
    const [source, kept] = [await register("M-1", here, person), await register("M-2", here, person)];
    await merged(here.desk, source.patient.id, kept.patient.id);
    expect([await found("M-1"), await found("M-2")]).toEqual([[kept.patient.id], [kept.patient.id]]);
    const [shown] = await searchPatients(here.desk, { hospitalId: here.hospitalId, name: "M-1" });
    expect(shown?.recordNumber).toBe("M-1, M-2");
  });

  it("is found by its index, beside the index of names", async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT p."id" FROM "Patient" p WHERE (p."searchWords" @@ "search_beginnings"(${"m-1"}) OR p."id" = ANY (ARRAY(
          SELECT r."patientId" FROM "Registration" r
          WHERE r."hospitalId" = ${here.hospitalId}::uuid AND "name_key"(r."recordNumber") = "name_key"(${"m-1"}))))`;
    });
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    for (const index of ["Registration_one_number", "Patient_searchWords_idx", "Patient_pkey"])
      expect(text).toContain(index);
  });
});

describe("a registration", () => {
  it("is corrected by the hospital's staff, with an entry and an event that name neither person nor number", async () => {
    const made = await register("K-1");
    const changed = await changeRegistration(here.desk, made.id, { recordNumber: "K-2", language: "de" });
    expect(changed).toMatchObject({ recordNumber: "K-2", language: "de", email: null, version: 2 });
    const entries = () =>
      db.auditEntry.findMany({ where: { action: "patient.change-registration", subjectId: made.patient.id } });
    expect(await entries()).toMatchObject([{ hospitalId: here.hospitalId, patientId: made.patient.id, details: {} }]);
    const event = await db.domainEvent.findFirstOrThrow({
      where: { aggregateId: made.id, type: "registration.changed" },
    });
    expect(JSON.stringify([event.refs, event.audience])).not.toMatch(/Numbered|K-\d/);
    expect(await changeRegistration(here.desk, made.id, { recordNumber: "K-2" })).toMatchObject({ version: 2 });
    expect(await entries()).toHaveLength(1);
    expect(await outcome(changeRegistration(there.desk, made.id, { recordNumber: "K-3" }))).toBe("not-found");
  });

  it("keeps its number when another patient has the one that was typed, also when both are corrected at once", async () => {
    const [one, other] = [await register("R-1"), await register("R-2")];
    const taken = changeRegistration(here.desk, other.id, { recordNumber: "r-1" });
    await expect(taken).rejects.toMatchObject({ code: "already-exists", fields: [{ path: "recordNumber" }] });
    const both = await Promise.all(
      [one, other].map(({ id }) => outcome(changeRegistration(here.desk, id, { recordNumber: "R-9" }))),
    );
    expect(both.sort()).toEqual(["already-exists", "ok"]);
  });
});

it("shows the hospital's staff alone which patients someone new may well be", async () => {
  const bornOn = "1949-12-24";
  const known = await register("L-1", here, { name: "Therese Ofterdingen", bornOn });
  await register("L-1", there, { name: "Therese Ofterdingen", bornOn });
  const search = (at: Desk, hospitalId = at.hospitalId) =>
    searchLikelyKnown(at.desk, { hospitalId, patient: { name: "Teresa Ofterdingen", bornOn } });
  expect(await search(here)).toMatchObject([{ id: known.patient.id, recordNumber: "L-1" }]);
  expect(await outcome(search(there, here.hospitalId))).toBe("not-found");
});
