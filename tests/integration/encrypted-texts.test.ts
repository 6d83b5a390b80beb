import { afterEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { listExportedNotes } from "@/lib/domain/records/list-exported-notes";
import { listOwnMedicines } from "@/lib/domain/records/list-medicines";
import { getEncounter } from "@/lib/domain/records/queries";
import { writeNote } from "@/lib/domain/records/write-note";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { canOpenTextKeys, rewrapTextKeys } from "@/lib/platform/encryption/text-keys";
import { checkReadiness } from "@/lib/platform/http/readiness";
import { answer, outcome } from "@/tests/support/outcome";
import { NOTE, startedVisit } from "./encounter-harness";
import { amendedVisit, asOwner, restartWith, type Visit } from "./encrypted-texts-harness";

afterEach(() => restartWith("new", "old"));

const read = ({ doctor, appointmentId }: Visit) => getEncounter(doctor.actor, appointmentId);
const MISSING = {
  code: "unavailable",
  message: "The keys for the records are missing. Nothing is lost. Tell the site's operator.",
};

/** Every column of every table whose value contains one of the words, as text or as bytes. */
async function placesOf(words: string[]): Promise<string[]> {
  return asOwner(async (owner) => {
    const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(
      `SELECT c.oid::regclass::text AS "table", quote_ident(a.attname) AS "column", a.atttypid::regtype::text AS "type"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)
         AND a.attnum > 0 AND NOT a.attisdropped`,
    );
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const text = type === "bytea" ? `encode(${column}, 'escape')` : `${column}::text`;
      const { rows } = await owner.query<{ any: boolean }>(
        `SELECT EXISTS (SELECT FROM ${table} WHERE ${text} ILIKE ANY ($1)) AS any`,
        [words.map((word) => `%${word}%`)],
      );
      if (rows[0]?.any) found.push(`${table}.${column}`);
    }
    return found;
  });
}

describe("notes, medicines and additions", () => {
  it("are in no table of the database in the clear, and are read whole", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    const word = (name: string) => `quokka${name.toLowerCase()}`;
    const note = { reason: "", subjective: "", objective: "", assessment: "", plan: "" };
    for (const name of Object.keys(note) as (keyof typeof note)[]) note[name] = `It says ${word(name)} – “twice”`;
    const medicine = {
      drug: word("drug"),
      strength: word("strength"),
      form: word("form"),
      dose: word("dose"),
      route: word("route"),
      frequency: word("frequency"),
      days: 7,
      instructions: word("instructions"),
      allergyReason: word("allergy"),
    };
    const parts = { vitals: [], diagnoses: [], prescriptions: [medicine] };
    await writeNote(doctor.actor, { appointmentId, note, parts, version: 1 });
    await completeVisit(doctor.actor, { appointmentId, note, parts, version: 2 });
    await addAddendum(doctor.actor, { appointmentId, text: word("text") });

    expect(await placesOf(["quokka"])).toEqual([]);
    // The search finds what is there.
    expect(await placesOf([appointmentId])).toContain('"Encounter"."appointmentId"');

    const shown = await getEncounter(patient.actor, appointmentId);
    expect(shown).toMatchObject({ ...note, prescriptions: [medicine], addenda: [{ text: word("text") }] });
    const patientId = patient.patient.id;
    const { items } = await listOwnMedicines(patient.actor, { patientIds: [patientId] }, { limit: 5 });
    expect(items).toMatchObject([medicine]);
    expect((await openPrescription(patient.actor, appointmentId)).medicines).toEqual([medicine]);
    const exported = await listExportedNotes(patient.actor, patientId, { limit: 5 });
    expect(exported.items).toMatchObject([{ note, addenda: [{ text: word("text") }] }]);
  });

  it.each(["Encounter", "Prescription", "Addendum"])(
    "of %s open in their own row only, and not once altered",
    async (table) => {
      const [one, other] = [await amendedVisit(), await amendedVisit()];
      const key = table === "Encounter" ? "id" : "encounterId";
      const change = (value: string, ...ids: string[]) =>
        asOwner(async (owner) => {
          await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
          await owner.query(`UPDATE "${table}" t SET "encryptedText" = ${value} WHERE t."${key}" = $1`, ids);
          await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
        });
      await change(
        `(SELECT o."encryptedText" FROM "${table}" o WHERE o."${key}" = $2)`,
        one.encounter.id,
        other.encounter.id,
      );
      const altered = { code: "internal", message: expect.stringContaining("it was altered") };
      expect(await answer(read(one))).toMatchObject(altered);
      expect(await answer(read(other))).toBe("ok");
      await change(`set_byte("encryptedText", 40, 255 - get_byte("encryptedText", 40))`, other.encounter.id);
      expect(await answer(read(other))).toMatchObject(altered);
    },
  );

  it("come in encrypted only, under a data key that is stored, which stays", async () => {
    const { doctor, patient, appointmentId } = await startedVisit();
    const { id } = await getEncounter(doctor.actor, appointmentId);
    const write = (data: object) =>
      outcome(inTransaction(doctor.actor, (tx) => tx.encounter.update({ where: { id }, data, select: { id: true } })));
    expect(await write({ plainText: { plan: "Rest" } })).not.toBe("ok");
    expect(await write({ encryptedText: Buffer.alloc(60, 1) })).not.toBe("ok");
    const own = { encounterId: id, patientId: patient.patient.id, doctorId: doctor.doctorId, position: 0 };
    for (const data of [own, { ...own, plainText: { drug: "Ramipril" } }])
      expect(await outcome(inTransaction(doctor.actor, (tx) => tx.prescription.create({ data })))).not.toBe("ok");
    expect(await outcome(db.recordKey.deleteMany())).not.toBe("ok");
    expect(await outcome(db.recordKey.updateMany({ data: { id: appointmentId } }))).not.toBe("ok");
    for (const sql of [`DELETE FROM "RecordKey"`, `TRUNCATE "RecordKey"`])
      await expect(asOwner((owner) => owner.query(sql))).rejects.toThrow("a data key stays");
  });
});

describe("the master keys of the texts", () => {
  const beginUnderOld = async () => {
    restartWith("old", "new");
    await rewrapTextKeys();
    restartWith("old");
  };

  it("are changed while doctors write: everything opens before, during and after", async () => {
    await beginUnderOld();
    const [before, draft] = [await amendedVisit(), await startedVisit()];
    restartWith("old", "new");
    restartWith("new", "old");
    let version = 1;
    const save = async () => {
      const note = { ...NOTE, plan: `Version ${version}` };
      const parts = { vitals: [], diagnoses: [], prescriptions: before.encounter.prescriptions };
      const { appointmentId } = draft;
      ({ version } = await writeNote(draft.doctor.actor, { appointmentId, note, parts, version }));
    };
    const writing = (async () => {
      for (let round = 0; round < 8; round += 1) await save();
    })();
    expect((await rewrapTextKeys()).failed).toBe(0);
    await writing;
    expect(await rewrapTextKeys()).toEqual({ rewrapped: 0, failed: 0 });
    restartWith("new");
    expect(await canOpenTextKeys()).toBe(true);
    expect(await read(before)).toMatchObject({ assessment: "Well", prescriptions: [{ drug: "Salbutamol" }] });
    expect((await getEncounter(draft.doctor.actor, draft.appointmentId)).plan).toBe(`Version ${version - 1}`);
  });

  it("that are missing are named, nothing is written beside them, and with them everything is there again", async () => {
    await beginUnderOld();
    const [visit, begun] = [await amendedVisit(), await startedVisit()];
    const writing = () => {
      const note = { ...NOTE, plan: "Rest" };
      const parts = { vitals: [], diagnoses: [], prescriptions: [] };
      return answer(writeNote(begun.doctor.actor, { appointmentId: begun.appointmentId, note, parts, version: 1 }));
    };
    const wrong = { id: "old", key: Buffer.alloc(32, 7) };
    const other = { id: "third", key: Buffer.alloc(32, 8) };
    for (const configured of [other, wrong]) {
      config.records.keys.splice(0, 9, configured);
      const count = await db.recordKey.count();
      expect(await canOpenTextKeys()).toBe(false);
      expect(await answer(read(visit))).toMatchObject(MISSING);
      expect(await writing()).toMatchObject(MISSING);
      expect(await db.recordKey.count()).toBe(count);
      expect((await checkReadiness()).missing).toContain("record-keys");
      expect((await rewrapTextKeys()).failed).toBe(configured === other ? count : 0);
    }
    restartWith("new", "old");
    expect(await read(visit)).toMatchObject({ assessment: "Well" });
    expect(await writing()).toBe("ok");
    expect((await checkReadiness()).missing).not.toContain("record-keys");
  });

  it("open a new data key every thirty days, and the earlier ones still", async () => {
    const visit = await amendedVisit();
    const before = await db.recordKey.count();
    await amendedVisit();
    expect(await db.recordKey.count()).toBe(before);
    await asOwner(async (owner) => {
      await owner.query(`ALTER TABLE "RecordKey" DISABLE TRIGGER USER`);
      await owner.query(`UPDATE "RecordKey" SET "createdAt" = now() - interval '31 days'`);
      await owner.query(`ALTER TABLE "RecordKey" ENABLE TRIGGER USER`);
    });
    const later = await amendedVisit();
    expect(await db.recordKey.count()).toBe(before + 1);
    expect(await read(visit)).toMatchObject({ assessment: "Well" });
    expect(await read(later)).toMatchObject({ assessment: "Well" });
  });
});
