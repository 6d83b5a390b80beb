import { readdirSync, rmSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { addAttachment } from "@/lib/domain/records/add-attachment";
import { openAttachment } from "@/lib/domain/records/open-attachment";
import { getEncounter } from "@/lib/domain/records/queries";
import { removeAttachment } from "@/lib/domain/records/remove-attachment";
import { db } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/stored-files";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { asFile, pdf, photo } from "@/tests/support/files";
import { NO_PARTS } from "@/tests/support/notes";
import { outcome } from "@/tests/support/outcome";
import { NOTE, startedVisit } from "./encounter-harness";

const bytesOf = async (opened: Awaited<ReturnType<typeof openAttachment>>) =>
  Buffer.from(await new Response(opened.content).arrayBuffer());
const open = (actor: Actor, id: string) => openAttachment(actor, id).then(bytesOf);

/** A visit in progress with one file in its note. */
async function visitWithFile(text = "A letter") {
  const started = await startedVisit();
  const { doctor, appointmentId } = started;
  const sign = () => completeVisit(doctor.actor, { appointmentId, note: NOTE, parts: NO_PARTS, version: 1 });
  const file = await addAttachment(doctor.actor, { appointmentId, file: asFile(pdf(text), "Letter.pdf") });
  return { ...started, sign, file };
}

describe("a file of a visit", () => {
  it("is added to the draft, read by its doctor alone, and by the patient once the note is signed", async () => {
    const { doctor, patient, appointmentId, sign, file } = await visitWithFile();
    expect(file).toMatchObject({ name: "Letter.pdf", type: "application/pdf", size: pdf().length });
    expect(await open(doctor.actor, file.id)).toEqual(pdf());
    expect(await outcome(openAttachment(patient.actor, file.id))).toBe("not-found");
    await sign();
    expect(await open(patient.actor, file.id)).toEqual(pdf());
    expect((await getEncounter(patient.actor, appointmentId)).attachments).toMatchObject([{ name: "Letter.pdf" }]);
    const opened = { patientId: patient.patient.id, action: { startsWith: "attachment." } };
    const log = await db.auditEntry.findMany({ where: opened, orderBy: { position: "asc" } });
    expect(log.map(({ action, purpose, actorUserId }) => [action, purpose, actorUserId])).toEqual([
      ["attachment.add", "TREATMENT", doctor.user.id],
      ["attachment.open", "TREATMENT", doctor.user.id],
      ["attachment.open", "PATIENT_REQUEST", patient.user.id],
    ]);
  });

  it("is there for a doctor who treats the patient, and for no one else", async () => {
    const { patient, sign, file } = await visitWithFile();
    await sign();
    const [colleague, stranger, other] = [await newDoctor(), await newDoctor(), await newPatient()];
    const soon = new Date(Date.now() + 86_400_000);
    await createAppointment(
      { doctorId: colleague.doctorId, patientId: patient.patient.id },
      { status: "CONFIRMED", startsAt: soon, endsAt: new Date(soon.getTime() + 1_800_000) },
    );
    expect(await open(colleague.actor, file.id)).toEqual(pdf());
    const count = (actor: Actor) => inTransaction(actor, (tx) => tx.attachment.count({ where: { id: file.id } }));
    expect(await count(colleague.actor)).toBe(1);
    for (const { actor } of [stranger, other]) {
      expect(await outcome(openAttachment(actor, file.id))).toBe("not-found");
      expect(await outcome(removeAttachment(actor, file.id))).toBe("not-found");
      expect(await count(actor)).toBe(0);
    }
  });

  it("is frozen by the signature, in PostgreSQL too", async () => {
    const { doctor, patient, appointmentId, sign, file } = await visitWithFile();
    const { id: encounterId } = await getEncounter(doctor.actor, appointmentId);
    await sign();
    expect(await outcome(removeAttachment(doctor.actor, file.id))).toBe("invalid-transition");
    const more = { appointmentId, file: asFile(pdf("More")) };
    expect(await outcome(addAttachment(doctor.actor, more))).toBe("invalid-transition");
    const row = { encounterId, patientId: patient.patient.id, name: "x.pdf", type: "application/pdf", size: 1 };
    const fileId = await storeFile(pdf());
    const write = (work: Parameters<typeof inTransaction<unknown>>[1]) => outcome(inTransaction(doctor.actor, work));
    expect(await write((tx) => tx.attachment.deleteMany({ where: { id: file.id } }))).not.toBe("ok");
    expect(await write((tx) => tx.attachment.create({ data: { ...row, fingerprint: "x", fileId } }))).not.toBe("ok");
    expect(await write((tx) => tx.attachment.updateMany({ where: { id: file.id }, data: { name: "y.pdf" } }))).toBe(
      "ok",
    );
    expect(await open(doctor.actor, file.id)).toEqual(pdf());
    expect((await getEncounter(doctor.actor, appointmentId)).attachments).toMatchObject([{ name: "Letter.pdf" }]);
  });

  it("is in the note before the signature or not at all, when both meet", async () => {
    const { doctor, appointmentId, sign } = await visitWithFile();
    const adding = [1, 2, 3].map((one) =>
      outcome(addAttachment(doctor.actor, { appointmentId, file: asFile(pdf(`Page ${one}`)) })),
    );
    const [, ...added] = await Promise.all([sign(), ...adding]);
    expect(added.filter((one) => one !== "ok" && one !== "invalid-transition")).toEqual([]);
    const { attachments } = await getEncounter(doctor.actor, appointmentId);
    expect(attachments.length).toBe(1 + added.filter((one) => one === "ok").length);
  });

  it("is kept once when it is added twice, also at the same moment", async () => {
    const { doctor, appointmentId, file } = await visitWithFile();
    const again = () => addAttachment(doctor.actor, { appointmentId, file: asFile(pdf(), "Other name.pdf") });
    expect((await again()).id).toBe(file.id);
    const scan = () => addAttachment(doctor.actor, { appointmentId, file: asFile(pdf("Scan"), "scan.pdf") });
    const ids = (await Promise.all([scan(), scan(), scan()])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
    expect((await getEncounter(doctor.actor, appointmentId)).attachments).toHaveLength(2);
  });

  it("is one of twenty at most, however many are added at once", async () => {
    const { doctor, appointmentId } = await visitWithFile();
    const add = (one: number) => addAttachment(doctor.actor, { appointmentId, file: asFile(pdf(`Page ${one}`)) });
    const outcomes = await Promise.all(Array.from({ length: 24 }, (_, one) => outcome(add(one))));
    expect(outcomes.toSorted()).toEqual([...Array<string>(5).fill("invalid"), ...Array<string>(19).fill("ok")]);
  });

  it("is removed from the draft and added again", async () => {
    const { doctor, appointmentId, file } = await visitWithFile();
    await removeAttachment(doctor.actor, file.id);
    expect(await outcome(removeAttachment(doctor.actor, file.id))).toBe("not-found");
    expect((await getEncounter(doctor.actor, appointmentId)).attachments).toEqual([]);
    const added = await addAttachment(doctor.actor, { appointmentId, file: asFile(pdf()) });
    expect(await open(doctor.actor, added.id)).toEqual(pdf());
  });

  it("is refused in plain words when it is none that is kept, and leaves nothing behind", async () => {
    const { doctor, appointmentId } = await startedVisit();
    const before = await db.storedFile.count();
    const page = asFile(Buffer.from("<html>"), "letter.pdf", "application/pdf");
    await expect(addAttachment(doctor.actor, { appointmentId, file: page })).rejects.toThrow(/Choose a PDF/);
    expect(await db.storedFile.count()).toBe(before);
  });
});

describe("a stored file", () => {
  const pathOf = (fileId: string) => join(process.env.FILES_DIR ?? "", fileId.slice(-2), fileId);
  const fileIdOf = async (actor: Actor, id: string) =>
    (await inTransaction(actor, (tx) => tx.attachment.findUniqueOrThrow({ where: { id } }))).fileId;

  it("is unreadable on the disk, and an image has lost what it hid", async () => {
    const { doctor, appointmentId } = await startedVisit();
    const file = asFile(await photo(), "IMG_0001.jpg", "image/jpeg");
    const added = await addAttachment(doctor.actor, { appointmentId, file });
    const onDisk = readFileSync(pathOf(await fileIdOf(doctor.actor, added.id)));
    const shown = await open(doctor.actor, added.id);
    expect([shown.subarray(0, 3).toString("hex"), shown.length]).toEqual(["ffd8ff", added.size]);
    expect(onDisk.includes(shown.subarray(0, 16)) || shown.includes("secret-owner")).toBe(false);
    expect(onDisk.length).toBe(shown.length + 16);
    expect(readdirSync(join(process.env.FILES_DIR ?? "")).every((name) => name.length === 2)).toBe(true);
  });

  it("that was altered, cut off, exchanged, or is gone opens with a clear error and never in part", async () => {
    const { doctor, file } = await visitWithFile();
    const other = await visitWithFile("Another letter");
    const path = pathOf(await fileIdOf(doctor.actor, file.id));
    const whole = readFileSync(path);
    const altered = Buffer.from(whole);
    altered[20]! ^= 1;
    const exchanged = readFileSync(pathOf(await fileIdOf(other.doctor.actor, other.file.id)));
    for (const bytes of [altered, whole.subarray(0, -1), exchanged]) {
      writeFileSync(path, bytes);
      await expect(openAttachment(doctor.actor, file.id)).rejects.toThrow(/This file can't be opened/);
    }
    rmSync(path);
    await expect(openAttachment(doctor.actor, file.id)).rejects.toThrow(/This file can't be opened/);
    writeFileSync(path, whole);
    expect(await open(doctor.actor, file.id)).toEqual(pdf());
  });
});
