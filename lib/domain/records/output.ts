import { instantText } from "@/lib/platform/time/iso-text";
import type { CodeSystem } from "@/lib/domain/codes/status";
import type { EncounterRow } from "./queries";
import { inOrder } from "./rules";
import type { AttachmentOutput, EncounterOutput, EncounterParts } from "./schema";

/** What a stored encounter holds beside its text, measurements in the order of the form. */
export function partsOf({ observations, diagnoses, prescriptions }: EncounterRow): EncounterParts {
  return {
    vitals: inOrder(observations).map((one) => ({ ...one, value: one.value.toNumber() })),
    diagnoses: diagnoses.map((one) => ({ ...one, system: one.system as CodeSystem })),
    prescriptions,
  };
}

type AttachmentRow = EncounterRow["attachments"][number];

/** A file of a visit as the API and the screens read it, without its content. */
export function toAttachmentOutput({ id, name, type, size, createdAt }: AttachmentRow): AttachmentOutput {
  return { id, name, type, size, addedAt: instantText(createdAt) };
}

/** An encounter as the screens show it: its text, what it found and prescribed, and what was added later. */
export function toShownEncounter(row: EncounterRow) {
  const { reason, subjective, objective, assessment, plan } = row;
  return {
    note: { reason, subjective, objective, assessment, plan },
    parts: partsOf(row),
    attachments: row.attachments.map(toAttachmentOutput),
    addenda: row.addenda.map(({ id, text, createdAt, doctor }) => ({
      id,
      text,
      at: createdAt.toISOString(),
      doctorName: doctor.name,
    })),
  };
}

/** An encounter as the API answers with it. */
export function toEncounterOutput(row: EncounterRow): EncounterOutput {
  const { id, appointmentId, patientId, doctorId, status, version } = row;
  const signedAt = row.signedAt && instantText(row.signedAt);
  return { id, appointmentId, patientId, doctorId, status, signedAt, version, ...toShownEncounter(row) };
}
