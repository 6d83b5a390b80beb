import type { Actor } from "@/lib/platform/auth/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { doctorProfileChanged } from "./events";
import type { OwnProfileInput } from "./schema";

/**
 * Changes what the doctor says of oneself: biography, languages, fee, practice. Registration number and specialties
 * are what administrators verify, so they can be changed only until that is done. What is so already is no change.
 * Throws `not-found`, `version-mismatch`, `forbidden`, `invalid`, `already-exists` for a registration number in use.
 */
export async function updateOwnProfile(actor: Actor, input: OwnProfileInput): Promise<{ version: number }> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  try {
    return await inTransaction(actor, (tx) => update(tx, actor, doctorId, input));
  } catch (error) {
    if (!isConflict(error)) throw error;
    const message = "A doctor with this registration number is registered already.";
    throw new AppError("already-exists", message, { fields: [{ path: "registrationNumber", message }] });
  }
}

async function update(tx: Tx, actor: Actor, doctorId: string, { version, specialtyIds, registrationNumber, ...input }: OwnProfileInput) {
  const isVerifiable = specialtyIds !== undefined || registrationNumber !== undefined;
  const before = await tx.doctor.findUniqueOrThrow({ where: { id: doctorId }, select: ownSelect });
  if (isVerifiable && (before.verification === "VERIFIED" || before.verification === "SUSPENDED")) {
    throw new AppError("forbidden", "What was verified is changed by the administrators.");
  }
  if (version !== before.version) throw changedMeanwhile();
  const said = specialtyIds ? [...new Set(specialtyIds)].sort() : undefined;
  const isSame = said === undefined || !changedFields({ ids: before.specialties.map(({ specialtyId }) => specialtyId).sort() }, { ids: said });
  const changed = changedFields(before, { ...input, biography: input.biography ?? "", registrationNumber });
  if (!changed && isSame) return { version };
  const { count } = await tx.doctor.updateMany({ where: { id: doctorId, version }, data: { ...changed, version: { increment: 1 } } });
  if (count === 0) throw changedMeanwhile();
  if (specialtyIds && !isSame) await replaceSpecialties(tx, doctorId, [...new Set(specialtyIds)]);
  const audit = { action: "doctor.profile-changed", subject: "doctor", subjectId: doctorId, doctorId };
  await recordChange(tx, actor, audit, [doctorProfileChanged(doctorId)]);
  return { version: version + 1 };
}

const ownSelect = {
  verification: true,
  version: true,
  biography: true,
  languages: true,
  feeMinor: true,
  currency: true,
  practiceName: true,
  address: true,
  city: true,
  country: true,
  registrationNumber: true,
  specialties: { select: { specialtyId: true } },
} as const;

function changedMeanwhile(): AppError {
  return new AppError("version-mismatch", "This was changed in another window meanwhile.");
}

async function replaceSpecialties(tx: Tx, doctorId: string, ids: string[]): Promise<void> {
  if ((await tx.specialty.count({ where: { id: { in: ids } } })) !== ids.length) {
    throw new AppError("invalid", undefined, { fields: [{ path: "specialtyIds", message: "Choose from the list" }] });
  }
  await tx.doctorSpecialty.deleteMany({ where: { doctorId, specialtyId: { notIn: ids } } });
  await tx.doctorSpecialty.createMany({ data: ids.map((specialtyId) => ({ doctorId, specialtyId })), skipDuplicates: true });
}
