import type { Prisma } from "@/lib/platform/db/db";
import type { RegistrationOutput } from "../schema";

export const registrationSelect = {
  id: true,
  hospitalId: true,
  recordNumber: true,
  email: true,
  language: true,
  version: true,
  createdAt: true,
  patient: { select: { id: true, name: true, bornOn: true, phone: true } },
} satisfies Prisma.RegistrationSelect;

type Row = Prisma.RegistrationGetPayload<{ select: typeof registrationSelect }>;

/** Returns the wire format of a registration. */
export function toOutput({ patient, createdAt, ...row }: Row): RegistrationOutput {
  const { bornOn, ...person } = patient;
  return {
    ...row,
    patient: { ...person, bornOn: bornOn && bornOn.toISOString().slice(0, 10) },
    createdAt: createdAt.toISOString(),
  };
}
