import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/platform/auth/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { canCreatePatient } from "./policy";
import type { NewPatient } from "./schema";

/**
 * Writes down somebody without an account, inside the transaction of what they came for: an appointment, a bed, a
 * vehicle. Through that they become one of the place's own patients; nobody else ever sees them, and should the rest
 * fail they were never there. The name stays in this row alone. Throws `forbidden` for whoever is neither staff nor doctor.
 */
export async function createPatientIn(tx: Sql, actor: Actor, { name, bornOn, phone }: NewPatient): Promise<{ id: string }> {
  if (!canCreatePatient(actor)) throw new AppError("forbidden", "Only a hospital or a doctor may write down a new patient.");
  const row = { id: uuidv7() };
  await tx.$executeRaw`INSERT INTO "Patient" ("id", "name", "bornOn", "phone")
    VALUES (${row.id}::uuid, ${name}, ${bornOn ?? null}::date, ${phone ?? null})`;
  const { doctorId, hospitalId } = actor;
  await recordChange(tx, actor, { action: "patient.create", subject: "patient", subjectId: row.id, patientId: row.id, doctorId, hospitalId });
  return row;
}
