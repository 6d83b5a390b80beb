import { completeVisit } from "@/lib/domain/appointments/complete-visit";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { getEncounter } from "@/lib/domain/records/queries";
import type { EncounterParts } from "@/lib/domain/records/schema";
import { newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";

export const NOTE = { reason: "", subjective: "", objective: "", assessment: "Well", plan: "" };

/** What its doctor finds and prescribes in a visit. */
export const FOUND: EncounterParts = {
  vitals: [
    { kind: "SYSTOLIC", value: 128, unit: "mmHg" },
    { kind: "TEMPERATURE", value: 98.6, unit: "°F" },
  ],
  diagnoses: [
    { system: "ICD-10", version: "2019", code: "J45", name: "Asthma" },
    { system: "ICD-10", version: "2019", code: "I10", name: "High blood pressure" },
  ],
  prescriptions: [
    {
      drug: "Salbutamol",
      strength: "100 micrograms",
      form: "Inhaler",
      dose: "2 puffs",
      route: "Inhaled",
      frequency: "When needed",
      days: null,
      instructions: "",
      allergyReason: "",
    },
  ],
};

/** A visit that has started. */
export async function startedVisit(startsAt = new Date(Date.now() - 5 * 60_000)) {
  const doctor = await newDoctor();
  const patient = await newPatient();
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000) };
  const visit = await createAppointment(
    { doctorId: doctor.doctorId, patientId: patient.patient.id },
    { status: "CHECKED_IN", ...times },
  );
  await changeStatus(doctor.actor, visit.id, { status: "IN_PROGRESS" });
  return { doctor, patient, appointmentId: visit.id };
}

/** A visit whose note is signed, with all that was found. */
export async function signedVisit() {
  const started = await startedVisit();
  const { doctor, appointmentId } = started;
  await completeVisit(doctor.actor, { appointmentId, note: NOTE, parts: FOUND, version: 1 });
  return { ...started, encounter: await getEncounter(doctor.actor, appointmentId) };
}
