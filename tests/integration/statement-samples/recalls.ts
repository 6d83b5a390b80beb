import { withdrawOpen } from "@/lib/domain/contacts/statements";
import * as recalls from "@/lib/domain/recalls/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function recallSamples({ now, doctor, patientId, appointment }: World): Sample[] {
  const seen = { patientIds: [patientId], doctorId: doctor.id };
  const { id } = appointment;
  return [
    sample(recalls.recallRows, { seen }, undefined, 10),
    sample(recalls.recallRows, { seen, id, visitId: id, patientIds: [patientId] }, { month: "2027-05-01", id }, 10),
    sample(recalls.recallRows, { seen, doctorId: doctor.id, view: "due" }, undefined, 10),
    sample(recalls.recallRows, { seen, view: "later", isOpen: true }, undefined, 10),
    sample(recalls.putOff, now),
    sample(recalls.dueRecalls, now, 10),
    sample(recalls.markTold, [id], now),
    sample(recalls.settledCalls, 10),
    sample(withdrawOpen, "recall.due", [id]),
  ];
}
