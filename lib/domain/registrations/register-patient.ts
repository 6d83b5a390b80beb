import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { canRunDesk } from "@/lib/domain/front-desk/policy";
import { createPatientIn } from "@/lib/domain/patients/create-patient";
import { requireKnownPatient } from "@/lib/domain/patients/require-known-patient";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { registrationEvent } from "./events";
import { matchKnown } from "./match-known";
import { numberTaken } from "./internal/number-taken";
import { registrationSelect, toOutput } from "./internal/output";
import type { RegisterInput, RegistrationOutput } from "./schema";

/**
 * Registers a patient at a hospital: someone new, or one it knows already, with its own number for them. They have no
 * account by it, and no one is told. Throws `not-found` for everyone but its staff and for people it doesn't know,
 * `already-exists` for a number or a patient that is registered, `conflict` for someone new who resembles one of its patients.
 */
export async function registerPatient(actor: Actor, input: RegisterInput): Promise<RegistrationOutput> {
  const { hospitalId, recordNumber = null, email = null, language = null } = input;
  if (!canRunDesk(actor, hospitalId)) throw notFound();
  return inTransaction(
    actor,
    async (tx) => {
      const patientId = await patientOf(tx, actor, input);
      const facts = { hospitalId, patientId, recordNumber, email, language, createdByUserId: actor.userId };
      const [row] = await tx.registration.createManyAndReturn({
        data: [facts],
        skipDuplicates: true,
        select: registrationSelect,
      });
      if (!row) throw numberTaken();
      const audit = { action: "patient.register", subject: "patient", subjectId: patientId, patientId, hospitalId };
      await recordChange(tx, actor, audit, [registrationEvent("registration.added", { ...facts, id: row.id })]);
      return toOutput(row);
    },
    // Of two who register one person at once, the second is told.
    { locks: [`registrations:${hospitalId}`] },
  );
}

async function patientOf(tx: Tx, actor: Actor, input: RegisterInput): Promise<string> {
  const { hospitalId, patient, patientId } = input;
  if (patient) {
    if (!input.isNew) await requireUnlike(tx, hospitalId, patient);
    return (await createPatientIn(tx, actor, patient)).id;
  }
  const id = await requireKnownPatient(tx, { hospitalId }, patientId ?? "");
  if ((await tx.registration.count({ where: { hospitalId, patientId: id } })) > 0)
    throw new AppError("already-exists", "This patient is already registered here.");
  return id;
}

async function requireUnlike(
  tx: Tx,
  hospitalId: string,
  patient: NonNullable<RegisterInput["patient"]>,
): Promise<void> {
  const { country } = await tx.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { country: true } });
  if ((await matchKnown(tx, { id: hospitalId, country }, [patient])).size === 0) return;
  throw new AppError("conflict", "One of your patients is very similar. Check whether it's the same person first.", {
    extra: { reason: "likely-known" },
  });
}
