import type { Actor } from "@/lib/actor/actor";
import { addAllergy } from "@/lib/domain/background/add-allergy";
import { addCondition } from "@/lib/domain/background/add-condition";
import type { AddAllergyInput } from "@/lib/domain/background/schema";
import { actorOf, newDoctor, newPatient } from "@/tests/support/actors";
import { createAppointment, createUser } from "@/tests/support/factories";
import { db } from "@/lib/platform/db/db";
import type { Prisma } from "@/lib/platform/db/db";

const DAY = 86_400_000;

/** A doctor with a visit of this patient that ended so many days ago, or is yet to come, later than all other visits. */
export async function newTreatingDoctor(patientId: string, endedDaysAgo = -300) {
  const doctor = await newDoctor();
  const endsAt = new Date(Date.now() - endedDaysAgo * DAY);
  const times = { startsAt: new Date(endsAt.getTime() - 1_800_000), endsAt };
  await createAppointment({ doctorId: doctor.doctorId, patientId }, { status: "CONFIRMED", ...times });
  return doctor;
}

/** A patient, and a doctor who treats them. */
export async function createTreatment() {
  const patient = await newPatient();
  const patientId = patient.patient.id;
  return { patient, doctor: await newTreatingDoctor(patientId), patientId };
}

/** Someone who acts for the patient, in this scope. */
export async function newProxy(patientId: string, access: Partial<Prisma.PatientAccessUncheckedCreateInput>) {
  const user = await createUser();
  await db.patientAccess.create({ data: { userId: user.id, patientId, relation: "SPOUSE", ...access } });
  return { user, actor: await actorOf(user) };
}

export const PENICILLIN = {
  substance: "Penicillin",
  category: "MEDICATION",
  criticality: "HIGH",
  reaction: "Rash",
} as const satisfies Omit<AddAllergyInput, "patientId">;

export const allergyOf = (actor: Actor, patientId: string, values: Partial<AddAllergyInput> = {}) =>
  addAllergy(actor, { patientId, ...PENICILLIN, ...values });

export const conditionOf = (actor: Actor, patientId: string, name = "Asthma", onset: string | null = null) =>
  addCondition(actor, { patientId, name, diagnosis: null, onset });
