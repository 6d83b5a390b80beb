import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { addDocument } from "@/lib/domain/documents/add-document";
import { openDocument } from "@/lib/domain/documents/open-document";
import { listDocuments } from "@/lib/domain/documents/queries";
import { removeDocument } from "@/lib/domain/documents/remove-document";
import { db } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/stored-files";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { outcome } from "@/tests/support/outcome";

const FACTS = { title: "Letter from the eye clinic", kind: "LETTER", datedOn: "2026-05-03" } as const;
const page = { limit: 10 };

async function patientWithDocument() {
  const patient = await newPatient();
  const patientId = patient.patient.id;
  const document = await addDocument(patient.actor, { patientId, file: asFile(pdf()), ...FACTS });
  return { ...patient, patientId, document };
}

async function treatingDoctor(patientId: string) {
  const doctor = await newDoctor();
  const soon = new Date(Date.now() + 86_400_000);
  await createAppointment(
    { doctorId: doctor.doctorId, patientId },
    { status: "CONFIRMED", startsAt: soon, endsAt: new Date(soon.getTime() + 1_800_000) },
  );
  return doctor;
}

const open = async (actor: Actor, id: string) =>
  Buffer.from(await new Response((await openDocument(actor, id)).content).arrayBuffer());

describe("a patient's document", () => {
  it("is added, listed and opened by the patient and by doctors who treat them, each of it logged", async () => {
    const { actor, patientId, document, user } = await patientWithDocument();
    expect(document).toMatchObject({ ...FACTS, patientId, type: "application/pdf", size: pdf().length });
    expect((await listDocuments(actor, [patientId], page)).items).toMatchObject([{ id: document.id }]);
    const doctor = await treatingDoctor(patientId);
    expect((await listDocuments(doctor.actor, [patientId], page)).items).toMatchObject([{ id: document.id }]);
    expect(await open(doctor.actor, document.id)).toEqual(pdf());
    expect(await open(actor, document.id)).toEqual(pdf());
    expect((await openDocument(actor, document.id)).name).toBe("Letter from the eye clinic.pdf");
    const where = { patientId, action: { startsWith: "document." } };
    const log = await db.auditEntry.findMany({ where, orderBy: { position: "asc" } });
    expect(log.map(({ action, purpose, actorUserId }) => [action, purpose, actorUserId])).toEqual([
      ["document.add", "PATIENT_REQUEST", user.id],
      ["document.list", "PATIENT_REQUEST", user.id],
      ["document.list", "TREATMENT", doctor.user.id],
      ["document.open", "TREATMENT", doctor.user.id],
      ["document.open", "PATIENT_REQUEST", user.id],
      ["document.open", "PATIENT_REQUEST", user.id],
    ]);
    const event = await db.domainEvent.findFirstOrThrow({
      where: { type: "document.added", aggregateId: document.id },
    });
    expect(JSON.stringify(event.refs)).not.toContain(FACTS.title);
  });

  it("looks to everyone else like a missing one, in PostgreSQL too", async () => {
    const { patientId, document } = await patientWithDocument();
    for (const { actor } of [await newPatient(), await newDoctor()]) {
      expect(await outcome(openDocument(actor, document.id))).toBe("not-found");
      expect(await outcome(removeDocument(actor, document.id))).toBe("not-found");
      expect(await outcome(listDocuments(actor, [patientId], page))).toBe("not-found");
      expect(await outcome(addDocument(actor, { patientId, file: asFile(pdf("2")), ...FACTS }))).toBe("not-found");
      expect(await inTransaction(actor, (tx) => tx.patientDocument.count({ where: { patientId } }))).toBe(0);
    }
  });

  it("is only read by doctors, and never changed, in PostgreSQL too", async () => {
    const { actor, patientId, document } = await patientWithDocument();
    const doctor = await treatingDoctor(patientId);
    expect(await outcome(removeDocument(doctor.actor, document.id))).toBe("not-found");
    const file = asFile(pdf("Of the doctor"));
    expect(await outcome(addDocument(doctor.actor, { patientId, file, ...FACTS }))).toBe("not-found");
    const fileId = await storeFile(pdf());
    const row = { ...FACTS, datedOn: new Date(FACTS.datedOn), patientId, fileId, type: "application/pdf", size: 1 };
    const write = (who: Actor, work: Parameters<typeof inTransaction<unknown>>[1]) => outcome(inTransaction(who, work));
    expect(
      await write(doctor.actor, (tx) => tx.patientDocument.create({ data: { ...row, fingerprint: "x" } })),
    ).not.toBe("ok");
    await write(doctor.actor, (tx) => tx.patientDocument.deleteMany({ where: { id: document.id } }));
    await write(actor, (tx) => tx.patientDocument.updateMany({ where: { patientId }, data: { title: "Other" } }));
    expect((await listDocuments(actor, [patientId], page)).items).toMatchObject([{ title: FACTS.title }]);
  });

  it("is deleted for good, with its content", async () => {
    const { actor, patientId, document } = await patientWithDocument();
    const removed = await Promise.all([1, 2].map(() => outcome(removeDocument(actor, document.id))));
    expect(removed.toSorted()).toEqual(["not-found", "ok"]);
    expect((await listDocuments(actor, [patientId], page)).items).toEqual([]);
    expect(await outcome(openDocument(actor, document.id))).toBe("not-found");
    expect(await sweepFiles()).toBe(1);
    const again = await addDocument(actor, { patientId, file: asFile(pdf()), ...FACTS });
    expect(await open(actor, again.id)).toEqual(pdf());
  });

  it("is kept once, also when it is added twice at the same moment, and for each patient by itself", async () => {
    const { actor, patientId } = await patientWithDocument();
    const add = (text: string) => outcome(addDocument(actor, { patientId, file: asFile(pdf(text)), ...FACTS }));
    expect(await add("A letter")).toBe("already-exists");
    expect((await Promise.all([add("New"), add("New"), add("New")])).toSorted()).toEqual([
      "already-exists",
      "already-exists",
      "ok",
    ]);
    const other = await newPatient();
    const file = asFile(pdf("New"));
    expect(await outcome(addDocument(other.actor, { patientId: other.patient.id, file, ...FACTS }))).toBe("ok");
  });

  it("has a date that has been", async () => {
    const { actor, patientId } = await patientWithDocument();
    const file = asFile(pdf("Later"));
    expect(await outcome(addDocument(actor, { patientId, file, ...FACTS, datedOn: "2199-01-01" }))).toBe("invalid");
  });
});

describe("a patient's documents", () => {
  it("are listed the latest first, page by page, those of one day too", async () => {
    const { actor, patientId } = await patientWithDocument();
    const dates = ["2024-02-01", "2026-07-01", "2026-05-03", "2026-05-03"];
    for (const [one, datedOn] of dates.entries())
      await addDocument(actor, { patientId, file: asFile(pdf(`Page ${one}`)), ...FACTS, datedOn });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await listDocuments(actor, [patientId], { limit: 2, cursor });
      seen.push(...items.map(({ datedOn }) => datedOn.toISOString().slice(0, 10)));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["2026-07-01", "2026-05-03", "2026-05-03", "2026-05-03", "2024-02-01"]);
  });

  it("are two hundred at most, in PostgreSQL too", async () => {
    const { actor, patientId } = await patientWithDocument();
    await inTransaction(actor, async (tx) => {
      const row = { ...FACTS, datedOn: new Date(FACTS.datedOn), patientId, type: "application/pdf", size: 1 };
      for (let one = 1; one < 200; one++) {
        const file = { keyId: "none", wrappedKey: new Uint8Array(60), claimedAt: new Date() };
        const { id: fileId } = await tx.storedFile.create({ data: file });
        await tx.patientDocument.create({ data: { ...row, fileId, fingerprint: String(one) } });
      }
    });
    expect(await outcome(addDocument(actor, { patientId, file: asFile(pdf("More")), ...FACTS }))).toBe("conflict");
    const fileId = await storeFile(pdf());
    const more = {
      ...FACTS,
      datedOn: new Date(),
      patientId,
      type: "application/pdf",
      size: 1,
      fingerprint: "x",
      fileId,
    };
    expect(await outcome(inTransaction(actor, (tx) => tx.patientDocument.create({ data: more })))).not.toBe("ok");
  });
});
