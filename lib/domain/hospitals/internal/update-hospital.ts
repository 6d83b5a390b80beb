import { requestChange } from "@/lib/domain/doctors/request-change";
import { isGuarded } from "@/lib/domain/doctors/schema-changes";
import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { requireVersion } from "@/lib/platform/errors/expected-version";
import { readChangedPhone } from "@/lib/platform/text/read-phone";
import { hospitalChanged } from "../events";
import { requireManaged } from "../load-own-hospital";
import type { HospitalForm } from "../schema";
import { lockHospital } from "../statements";

/**
 * Updates a hospital's profile; its public page follows at once. For a verified one a new name, location or phone
 * number needs approval, and `waits` says so, because emergency calls are sent there. The time zone can't be changed:
 * every doctor's hours at the place depend on it. Unchanged values are no change. Throws `not-found`, `forbidden` (a
 * coordinator), `version-mismatch`.
 */
export function updateHospital(
  actor: Actor,
  { id, version, ...said }: HospitalForm,
): Promise<{ version: number; waits: boolean }> {
  const { description, videoUrl, verifiesCallers, phone, ...rest } = said;
  const free = { description: description ?? "", videoUrl, verifiesCallers };
  return inTransaction(actor, async (tx) => {
    await requireManaged(tx, actor, id);
    await lockHospital(tx, id);
    const before = await tx.hospital.findUniqueOrThrow({ where: { id }, select: storedSelect });
    requireVersion(before, version);
    const guarded = { ...rest, phone: phone && readChangedPhone(phone, before.phone, said.country) };
    const mustAsk = isGuarded(before.verification);
    const asked = mustAsk
      ? await requestChange(tx, actor, { kind: "hospital", id }, before, guarded)
      : { waits: false, events: [] };
    const changed = changedFields(before, mustAsk ? free : { ...free, ...guarded });
    if (!changed && asked.events.length === 0) return { version, waits: asked.waits };
    await tx.hospital.update({ where: { id }, data: { ...changed, version: { increment: 1 } }, select: { id: true } });
    const audit = {
      action: "hospital.update",
      subject: "hospital",
      subjectId: id,
      hospitalId: id,
      details: { waits: asked.waits },
    };
    await recordChange(tx, actor, audit, [hospitalChanged(id), ...asked.events]);
    return { version: version + 1, waits: asked.waits };
  });
}

const storedSelect = {
  verification: true,
  version: true,
  name: true,
  description: true,
  address: true,
  city: true,
  country: true,
  phone: true,
  latitude: true,
  longitude: true,
  videoUrl: true,
  verifiesCallers: true,
} as const;
