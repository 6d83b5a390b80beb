import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { readPhone } from "@/lib/platform/text/read-phone";
import type { newRegistration } from "./schema";

/**
 * Registers many new people at once, in the caller's transaction, which has checked who they are and records one entry and
 * one event. A number that another patient has fails the whole by its unique index.
 */
export async function registerPatientsIn(
  tx: Tx,
  actor: Actor,
  { hospitalId, importId }: { hospitalId: string; importId: string },
  people: z.output<typeof newRegistration>[],
): Promise<void> {
  const { country } = await tx.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { country: true } });
  const rows = people.map(({ patient: { name, bornOn, phone }, recordNumber, email, language }) => {
    const id = uuidv7();
    return {
      patient: {
        id,
        name,
        bornOn: bornOn ? new Date(`${bornOn}T00:00:00Z`) : null,
        phone: phone ? readPhone(phone, country) : null,
      },
      registration: {
        patientId: id,
        hospitalId,
        importId,
        recordNumber,
        email,
        language,
        createdByUserId: actor.userId,
      },
    };
  });
  await tx.patient.createMany({ data: rows.map(({ patient }) => patient) });
  await tx.registration.createMany({ data: rows.map(({ registration }) => registration) });
}
