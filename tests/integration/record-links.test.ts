import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/actor/transaction";
import { listAllergies, listConditions } from "@/lib/domain/background/queries";
import { openPrescription } from "@/lib/domain/prescriptions/open-prescription";
import { withdrawPrescription } from "@/lib/domain/prescriptions/withdraw-prescription";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { listLinkedMedicines } from "@/lib/domain/records/list-linked";
import { getEncounter } from "@/lib/domain/records/queries";
import { endLink } from "@/lib/domain/sharing/end-link";
import { listLinks } from "@/lib/domain/sharing/list-links";
import { findLinkReading, type LinkReading } from "@/lib/domain/sharing/load-linked-record";
import { LINK_PARTS, type LinkPart } from "@/lib/domain/sharing/status";
import { outcome } from "@/tests/support/outcome";
import { signedVisit } from "./encounter-harness";
import { fullRecord, linkOf, load, open, readingOf } from "./record-links-harness";
import { ALL } from "./sharing-harness";

let record: Awaited<ReturnType<typeof fullRecord>>;
beforeAll(async () => {
  record = await fullRecord();
});

/** Which parts are read, by the use cases of each module. */
async function reads({ actor }: LinkReading, patientId: string) {
  const { appointmentId } = record;
  const tries: Record<LinkPart, Promise<unknown>> = {
    ALLERGIES: listAllergies(actor, patientId),
    CONDITIONS: listConditions(actor, patientId),
    MEDICINES: listLinkedMedicines(actor, patientId, new Date()),
    MEASUREMENTS: listMeasurements(actor, patientId),
    VISITS: getEncounter(actor, appointmentId),
  };
  const found = await Promise.all(LINK_PARTS.map((part) => outcome(tries[part])));
  return LINK_PARTS.filter((_, index) => found[index] === "ok");
}

/** Which tables show any row at all, to a query without conditions. */
const rows = ({ actor }: LinkReading) =>
  inTransaction(actor, async (tx) => {
    const counts = {
      ALLERGIES: (await tx.allergy.count()) + (await tx.noKnownAllergies.count()),
      CONDITIONS: await tx.condition.count(),
      MEDICINES: await tx.prescription.count(),
      MEASUREMENTS: await tx.observation.count(),
      VISITS: (await tx.encounter.count()) + (await tx.diagnosis.count()),
    };
    const never = [
      await tx.backgroundVersion.count(),
      await tx.patientDocument.count(),
      await tx.submittedAnswers.count(),
    ];
    expect(never).toEqual([0, 0, 0]);
    return LINK_PARTS.filter((part) => counts[part] > 0);
  });

/** All choices of parts. A visit's own medicines and measurements belong to its note. */
const CHOICES = Array.from({ length: 2 ** LINK_PARTS.length - 1 }, (_, index) =>
  LINK_PARTS.filter((_, at) => (index + 1) & (1 << at)),
);

describe("a link to parts of a record", () => {
  it("opens the chosen parts and no other, of one patient, for every choice of parts", async () => {
    const { actor, patientId, stranger } = record;
    for (const parts of CHOICES) {
      const { id, token } = await linkOf(actor, { patientId, parts });
      const reading = await readingOf(token);
      const shown = parts.includes("VISITS") ? [...new Set([...parts, "MEDICINES", "MEASUREMENTS"])] : parts;
      expect(await reads(reading, patientId), parts.join()).toEqual(parts);
      expect(await reads(reading, stranger.patient.id), parts.join()).toEqual(
        parts.filter((part) => part === "VISITS"),
      );
      expect(await rows(reading), parts.join()).toEqual(LINK_PARTS.filter((part) => shown.includes(part)));
      const found = await load(reading);
      const loaded = [found.allergies, found.conditions, found.medicines, found.measurements, found.notes];
      expect(LINK_PARTS.filter((_, index) => loaded[index] !== null)).toEqual(parts);
      await endLink(actor, { patientId, id });
      expect(await reads(reading, patientId)).toEqual([]);
      expect(await rows(reading)).toEqual([]);
    }
  });

  it("shows what is recorded, without the names of the family", async () => {
    const { actor, patientId, doctor } = record;
    const { token } = await linkOf(actor, { patientId });
    const found = await load(await readingOf(token));
    expect(found.allergies?.items).toMatchObject([
      { substance: "Penicillin", recordedBy: { as: "PATIENT", name: null, isYou: false }, earlier: [] },
    ]);
    expect(found.conditions).toMatchObject([{ name: "Asthma" }]);
    expect(found.medicines).toMatchObject([{ drug: "Salbutamol", doctorName: doctor.doctor.name, until: null }]);
    expect(found.measurements?.map(({ kinds }) => kinds[0])).toEqual(["SYSTOLIC", "TEMPERATURE"]);
    expect(found.notes?.items).toMatchObject([{ note: { assessment: "Well" }, doctorName: doctor.doctor.name }]);
  });

  it("opens chosen visits alone, and medicines that were withdrawn not at all", async () => {
    const { actor, patientId, appointmentId } = record;
    const { token } = await linkOf(actor, { patientId, parts: ["VISITS"], visitIds: [appointmentId] });
    const reading = await readingOf(token);
    expect((await load(reading)).notes?.items.map((note) => note.appointmentId)).toEqual([appointmentId]);
    const other = await signedVisit();
    const foreign = linkOf(actor, { patientId, parts: ["VISITS"], visitIds: [other.appointmentId] });
    expect(await outcome(foreign)).toBe("invalid");
    const unchosen = linkOf(actor, { patientId, parts: ["MEDICINES"], visitIds: [appointmentId] });
    expect(await outcome(unchosen)).toBe("invalid");
    const own = other.patient.patient.id;
    const medicines = await readingOf((await linkOf(other.patient.actor, { patientId: own })).token);
    expect((await load(medicines)).medicines).toHaveLength(1);
    await openPrescription(other.doctor.actor, other.appointmentId);
    await withdrawPrescription(other.doctor.actor, { appointmentId: other.appointmentId, reason: "Wrong dose" });
    expect((await load(medicines)).medicines).toEqual([]);
  });

  it("opens nothing any more once its time is over by the database's clock", async () => {
    const { actor, patientId } = record;
    const { id, token, expiresAt, createdAt } = await linkOf(actor, { patientId, minutes: 15 });
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(15 * 60_000);
    const { id: linkId, secret } = await open(token);
    const reading = await findLinkReading(linkId, secret ?? "");
    expect(reading?.isOpen).toBe(true);
    const late = await inTransaction(actor, (tx) =>
      tx.recordLink.create({
        data: {
          patientId,
          tokenHash: `late ${id}`,
          parts: ["ALLERGIES"],
          minutes: 15,
          createdById: record.patient.user.id,
          createdAt: new Date(Date.now() - 15 * 60_000 - 1000),
        },
      }),
    );
    expect(late.expiresAt.getTime()).toBeLessThan(Date.now());
    const { items } = await listLinks(actor, patientId, ALL);
    expect(items.find((one) => one.id === late.id)).toMatchObject({ state: "ENDED", endedAt: late.expiresAt.toJSON() });
    expect(items.find((one) => one.id === id)).toMatchObject({ state: "ACTIVE", endedAt: null });
  });
});
