import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { decryptTexts } from "@/lib/domain/records/decrypt-texts";
import type { Prescription } from "@/lib/domain/records/schema";
import { prescriptionSelect } from "@/lib/domain/records/queries";
import type { Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { config } from "@/lib/platform/config/config";
import { instantText } from "@/lib/platform/time/iso-text";
import { routes } from "@/lib/site/routes";
import { issueDocument } from "./internal/issue-document";
import { printableBy } from "./policy";
import { groupCode } from "./rules";
import type { PrescriptionOutput } from "./schema";

const placeSelect = { name: true, address: true, city: true, country: true, phone: true, timeZone: true } as const;

const documentSelect = {
  id: true,
  appointmentId: true,
  patientId: true,
  doctorId: true,
  signedAt: true,
  createdAt: true,
  patient: { select: { id: true, name: true, bornOn: true } },
  doctor: { select: { ...placeSelect, registrationNumber: true, practiceName: true } },
  appointment: { select: { hospital: { select: placeSelect } } },
  prescriptions: { select: prescriptionSelect, orderBy: { position: "asc" } },
} satisfies Prisma.EncounterSelect;

type Medicine = Prescription & { id: string };
type Row = Prisma.EncounterGetPayload<{ select: typeof documentSelect }>;

/**
 * Returns the prescription of a signed visit, with the code that a pharmacy checks it by; logged. Throws `not-found` when nothing
 * was prescribed, and for everyone but those who read the patient's record and the doctor who prescribed.
 */
export function openPrescription(actor: Actor, appointmentId: string): Promise<PrescriptionOutput> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.encounter.findFirst({
      where: { appointmentId, ...printableBy(actor) },
      select: documentSelect,
    });
    if (!row) throw notFound();
    const { code, withdrawn } = await issueDocument(tx, row);
    await recordChange(tx, actor, {
      action: "prescription.open",
      subject: "encounter",
      subjectId: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
    });
    return {
      ...toContent(row, await decryptTexts(tx, "Prescription", row.prescriptions)),
      code: code && groupCode(code),
      verifyAt: `${config.site.origin}${routes.prescriptions()}${code ? `#${code}` : ""}`,
      withdrawn: withdrawn && { at: instantText(withdrawn.at), reason: withdrawn.reason },
    };
  });
}

function toContent({ appointmentId, patient, doctor, appointment, ...row }: Row, medicines: Medicine[]) {
  const { registrationNumber, practiceName, ...own } = doctor;
  return {
    appointmentId,
    patient: { ...patient, bornOn: patient.bornOn?.toISOString().slice(0, 10) ?? null },
    doctor: { name: doctor.name, registrationNumber },
    place: appointment.hospital ?? { ...own, name: practiceName },
    signedAt: instantText(row.signedAt ?? row.createdAt),
    medicines: medicines.map(({ id: _id, ...medicine }) => medicine),
  };
}
