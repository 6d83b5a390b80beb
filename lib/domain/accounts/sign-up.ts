import { v7 as uuidv7 } from "uuid";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { hashPassword } from "@/lib/platform/auth/password";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { type EventDraft, recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { countryOfZone, readPhone } from "@/lib/platform/text/read-phone";
import { doctorSignedUp, hospitalSignedUp } from "./events";
import { requireGoodPassword } from "./internal/check-password";
import { registerDoctor } from "./internal/register-doctor";
import { registerHospital } from "./internal/register-hospital";
import { getOwnAccountIn } from "./queries";
import type { Account, SignUpInput } from "./schema";
import { slugLock, slugOf } from "./internal/slug-name";
import { notifyOwner } from "./internal/notify-owner";

export type SignedUp = { account: Account; sessionEpoch: number };

/**
 * Creates an account with the role of its kind. Patients and doctors become a patient themselves (SELF); doctors and
 * hospitals await verification. Throws `email-taken`, of which the address's owner is notified by mail,
 * `already-exists` (registration number) or `invalid`.
 */
export async function signUp(input: SignUpInput, via: Actor["via"] = "session"): Promise<SignedUp> {
  try {
    return await openAccount(input, via);
  } catch (error) {
    if (error instanceof AppError && error.code === "email-taken") await notifyOwner(input.email);
    throw error;
  }
}

async function openAccount(input: SignUpInput, via: Actor["via"]): Promise<SignedUp> {
  const userId = uuidv7();
  const timeZone = input.timeZone ?? (input.kind === "hospital" ? input.hospital?.timeZone : undefined) ?? "UTC";
  const newcomer: Actor = { ...SYSTEM_ACTOR, userId, via, timeZone };
  await requireGoodPassword(input.password, input, "password");
  const phone = input.phone ? readPhone(input.phone, countryOfZone(timeZone)) : null;
  const passwordHash = await hashPassword(input.password);
  return inTransaction(
    newcomer,
    async (tx) => {
      await insertUser(tx, { id: userId, name: input.name, email: input.email, phone, timeZone, passwordHash });
      const patientId = input.kind === "hospital" ? null : await insertSelf(tx, userId, { name: input.name, phone });
      const doctorId = input.kind === "doctor" ? await registerDoctor(tx, userId, { ...input, timeZone }) : null;
      const hospitalId = input.kind === "hospital" ? await registerHospital(tx, userId, { ...input, timeZone }) : null;
      const events: EventDraft[] = [];
      if (doctorId) events.push(doctorSignedUp(doctorId));
      if (hospitalId) events.push(hospitalSignedUp(hospitalId));
      const account = await getOwnAccountIn(tx, {
        ...newcomer,
        ownPatientId: patientId,
        patientIds: patientId ? [patientId] : [],
        readablePatientIds: patientId ? [patientId] : [],
        doctorId,
        hospitalId,
      });
      const details = { kind: input.kind };
      await recordChange(
        tx,
        newcomer,
        { action: "account.signed-up", subject: "user", subjectId: userId, patientId, doctorId, hospitalId, details },
        events,
      );
      return { account, sessionEpoch: 0 };
    },
    { locks: slugLocks(input) },
  );
}

function slugLocks(input: SignUpInput): string[] {
  if (input.kind === "doctor") return [slugLock("doctor", slugOf(input.name, "doctor"))];
  if (input.kind === "hospital") return [slugLock("hospital", slugOf(input.hospital?.name ?? input.name, "hospital"))];
  return [];
}

type NewUser = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  timeZone: string;
  passwordHash: string;
};

/** ON CONFLICT DO NOTHING waits for a rival's commit and then returns no row: one of two wins, without an error. */
async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  const rows = await tx.user.createManyAndReturn({ data: [user], skipDuplicates: true, select: { id: true } });
  if (rows.length === 0) throw new AppError("email-taken", "This email address cannot be used for a new account.");
}

async function insertSelf(tx: Tx, userId: string, person: { name: string; phone: string | null }): Promise<string> {
  const patient = await tx.patient.create({
    data: { name: person.name, phone: person.phone, accesses: { create: { userId, relation: "SELF" } } },
    select: { id: true },
  });
  return patient.id;
}
