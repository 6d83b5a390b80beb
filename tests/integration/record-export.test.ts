import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { exportRecord } from "@/lib/domain/exports/export-record";
import { EXPORT_PAGE } from "@/lib/domain/exports/rules";
import { recordExportOutput } from "@/lib/domain/exports/schema";
import { EXPORTED } from "./exported-tables";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { outcome } from "@/tests/support/outcome";
import { storeNote } from "@/tests/support/notes";
import { allergyOf, conditionOf, newProxy, newTreatingDoctor } from "./background-harness";
import { FOUND, signedVisit } from "./encounter-harness";

async function whole(actor: Actor, patientId: string) {
  const pieces: string[] = [];
  for await (const piece of await exportRecord(actor, patientId, new Date())) pieces.push(piece);
  return { pieces, record: recordExportOutput.parse(JSON.parse(pieces.join(""))) };
}

describe("the export of a record", () => {
  it("has every table that holds something of a patient, or says why not", () => {
    const schema = readdirSync("prisma/schema").map((file) => readFileSync(`prisma/schema/${file}`, "utf8"));
    const models = schema.flatMap((text) => [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]);
    const holding = models.filter(
      ([, name, body]) => name === "Patient" || /^\s+(?:patientId\s|\w+\s+Patient\??\s)/m.test(body ?? ""),
    );
    expect(Object.keys(EXPORTED).toSorted()).toEqual(holding.map(([, name]) => name).toSorted());
    const sections = Object.values(EXPORTED).flatMap((one) => ("section" in one ? one.section.split(" and ") : []));
    const { format, version, exportedAt, complete, ...shape } = recordExportOutput.shape;
    expect([format, version, exportedAt, complete]).not.toContain(undefined);
    expect([...new Set(sections)].toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  it("has what was found, prescribed and added, the background, and who opened the record", async () => {
    const { patient, doctor, appointmentId } = await signedVisit();
    const id = patient.patient.id;
    await addAddendum(doctor.actor, { appointmentId, text: "The result is <normal> \u2028 محمد" });
    await allergyOf(patient.actor, id);
    await conditionOf(patient.actor, id);
    const { record } = await whole(patient.actor, id);
    expect(record).toMatchObject({
      format: "caresync-record",
      version: 1,
      patient: { id, name: patient.patient.name },
    });
    expect(record.familyAccesses).toMatchObject([{ relation: "SELF" }]);
    expect(record.appointments).toMatchObject([{ id: appointmentId, status: "COMPLETED" }]);
    expect(record.visits).toMatchObject([
      { appointmentId, parts: FOUND, addenda: [{ text: "The result is <normal> \u2028 محمد" }], prescription: null },
    ]);
    expect(record.allergies.items).toMatchObject([{ substance: "Penicillin" }]);
    expect(record.conditions).toMatchObject([{ name: "Asthma" }]);
    const told = record.accessLog.flatMap(({ entries }) => entries.map(({ what }) => what));
    expect(told).toEqual(expect.arrayContaining(["signed the note", "downloaded the whole record"]));
  });

  it("leaves one entry, with its purpose, before anything is sent", async () => {
    const { patient } = await signedVisit();
    const id = patient.patient.id;
    const spouse = await newProxy(id, { scope: "ALL" });
    await exportRecord(patient.actor, id, new Date());
    await exportRecord(spouse.actor, id, new Date());
    const entries = await db.auditEntry.findMany({
      where: { patientId: id, action: "encounter.export" },
      select: { purpose: true },
      orderBy: { position: "asc" },
    });
    expect(entries).toEqual([{ purpose: "PATIENT_REQUEST" }, { purpose: "PROXY" }]);
  });

  it("is for the patient and those with the whole right, and for no one else", async () => {
    const { patient, doctor } = await signedVisit();
    const id = patient.patient.id;
    const outcomeFor = (actor: Actor) => outcome(exportRecord(actor, id, new Date()));
    expect(await outcomeFor((await newProxy(id, { scope: "ALL" })).actor)).toBe("ok");
    const others = [
      (await newProxy(id, { scope: "READ" })).actor,
      (await newProxy(id, { scope: "BOOK" })).actor,
      (await newPatient()).actor,
      doctor.actor,
      (await newTreatingDoctor(id)).actor,
    ];
    for (const actor of others) expect(await outcomeFor(actor)).toBe("not-found");
  });

  it("breaks off when the right ends meanwhile, and never looks whole", async () => {
    const { patient } = await signedVisit();
    const spouse = await newProxy(patient.patient.id, { scope: "ALL" });
    const pieces = await exportRecord(spouse.actor, patient.patient.id, new Date());
    let sent = (await pieces.next()).value as string;
    await db.patientAccess.deleteMany({ where: { userId: spouse.user.id } });
    const rest = (async () => {
      for await (const piece of pieces) sent += piece;
    })();
    expect(await outcome(rest)).toBe("not-found");
    expect(sent).not.toContain("complete");
  });

  it("is read a page at a time, in whole, with nothing twice", async () => {
    const [patient, doctor] = [await newPatient(), await newDoctor()];
    const id = patient.patient.id;
    const many = EXPORT_PAGE * 2 + 3;
    for (let day = 0; day < many; day += 1) {
      const startsAt = new Date(Date.UTC(2020, 0, 1 + day, 9));
      const endsAt = new Date(startsAt.getTime() + 1_800_000);
      const visit = await createAppointment(
        { doctorId: doctor.doctorId, patientId: id },
        { status: "COMPLETED", startsAt, endsAt },
      );
      const own = { patientId: id, doctorId: doctor.doctorId, appointmentId: visit.id };
      await storeNote(doctor.actor, { ...own, plan: `Day ${day}`, status: "SIGNED", signedAt: endsAt });
    }
    const { record, pieces } = await whole(patient.actor, id);
    expect(new Set(record.visits.map(({ note }) => note.plan)).size).toBe(many);
    expect(record.visits).toHaveLength(many);
    expect(record.appointments).toHaveLength(many);
    // No piece holds more than a page.
    const most = Math.max(...pieces.map((piece) => piece.split('"appointmentId"').length - 1));
    expect(most).toBe(EXPORT_PAGE);
  });
});
