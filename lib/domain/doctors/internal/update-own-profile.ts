import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import type { Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion } from "@/lib/platform/errors/expected-version";
import { readChangedPhone } from "@/lib/platform/text/read-phone";
import { doctorProfileChanged } from "../events";
import { requestChange } from "../request-change";
import type { OwnProfileInput } from "../schema";
import { isGuarded } from "../schema-changes";
import { profileSelect } from "./profile-select";
import { lockDoctor } from "../statements";

/**
 * Updates the doctor's own profile: biography, languages, fee, practice. Administrators verify name, registration
 * number and specialties: after that, a new name or number needs approval, and `waits` says so; specialties stay.
 * Unchanged values are no change. Throws `not-found`, `version-mismatch`, `forbidden`, `invalid`, `already-exists` for
 * a registration number in use.
 */
export async function updateOwnProfile(
  actor: Actor,
  input: OwnProfileInput,
): Promise<{ version: number; waits: boolean }> {
  const { doctorId } = actor;
  if (!doctorId) throw notFound();
  try {
    return await inTransaction(actor, (tx) => update(tx, actor, doctorId, input));
  } catch (error) {
    if (!isConflict(error)) throw error;
    const message = "A doctor with this registration number already has an account.";
    throw new AppError("already-exists", message, { fields: [{ path: "registrationNumber", message }] });
  }
}

async function update(
  tx: Tx,
  actor: Actor,
  doctorId: string,
  { version, specialtyIds, name, registrationNumber, ...input }: OwnProfileInput,
) {
  await lockDoctor(tx, doctorId);
  const before = await tx.doctor.findUniqueOrThrow({ where: { id: doctorId }, select: profileSelect });
  const mustAsk = isGuarded(before.verification);
  if (specialtyIds !== undefined && mustAsk)
    throw new AppError("forbidden", "Only administrators can change verified specialties.");
  requireVersion(before, version, "This was changed in another window.");
  const said = specialtyIds ? [...new Set(specialtyIds)].sort() : undefined;
  const isSame =
    said === undefined ||
    !changedFields({ ids: before.specialties.map(({ specialtyId }) => specialtyId).sort() }, { ids: said });
  const guarded = {
    ...(name === undefined ? {} : { name }),
    ...(registrationNumber === undefined ? {} : { registrationNumber }),
  };
  const subject = { kind: "doctor", id: doctorId } as const;
  const asked = mustAsk ? await requestChange(tx, actor, subject, before, guarded) : { waits: false, events: [] };
  const phone = input.phone && readChangedPhone(input.phone, before.phone, input.country);
  const free = { ...input, phone, biography: input.biography ?? "" };
  const changed = changedFields(before, mustAsk ? free : { ...free, ...guarded });
  if (!changed && isSame && asked.events.length === 0) return { version, waits: asked.waits };
  await tx.doctor.update({
    where: { id: doctorId },
    data: { ...changed, version: { increment: 1 } },
    select: { id: true },
  });
  if (said && !isSame) await replaceSpecialties(tx, doctorId, said);
  const audit = {
    action: "doctor.profile-changed",
    subject: "doctor",
    subjectId: doctorId,
    doctorId,
    details: { waits: asked.waits },
  };
  await recordChange(tx, actor, audit, [doctorProfileChanged(doctorId), ...asked.events]);
  return { version: version + 1, waits: asked.waits };
}

async function replaceSpecialties(tx: Tx, doctorId: string, ids: string[]): Promise<void> {
  if ((await tx.specialty.count({ where: { id: { in: ids } } })) !== ids.length) {
    throw new AppError("invalid", undefined, { fields: [{ path: "specialtyIds", message: "Choose from the list" }] });
  }
  await tx.doctorSpecialty.deleteMany({ where: { doctorId, specialtyId: { notIn: ids } } });
  await tx.doctorSpecialty.createMany({
    data: ids.map((specialtyId) => ({ doctorId, specialtyId })),
    skipDuplicates: true,
  });
}
