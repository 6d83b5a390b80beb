import type { Actor } from "@/lib/actor/actor";
import { changedFields } from "@/lib/platform/db/changed-fields";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { inSqlTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { requireVersion, versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { requireFreeLabels } from "./add-beds";
import { bedEvent, bedStateEvent } from "./events";
import { managersOnly } from "./internal/require-managed-ward";
import { updateBed } from "./statements/beds";
import { wardInUse } from "./statements/wards";
import { getBedIn } from "./list-beds";
import { canSetUpBeds } from "./policy";
import type { BedRow } from "./queries";
import type { ChangeBedInput } from "./schema";

/**
 * Changes a bed: cleaned, to be cleaned, or out of service with a reason; a manager also changes its label and ward. An
 * occupied bed keeps its state; a reserved one can't go out of service, and neither changes wards. Unchanged values are
 * no change. Throws `not-found`, `forbidden`, `invalid-transition`, `invalid`, `version-mismatch`.
 */
export async function changeBed(
  actor: Actor,
  id: string,
  input: ChangeBedInput,
  expectedVersion?: ExpectedVersion,
): Promise<BedRow> {
  const { wardId } = await getBedIn(sql, actor, id);
  const isPlaced = input.label !== undefined || input.wardId !== undefined;
  return inSqlTransaction(
    actor,
    async (tx, atLast) => {
      const before = await getBedIn(tx, actor, id);
      const { hospitalId, state } = before;
      requireVersion(before, expectedVersion);
      if (changesNothing(input, before)) return before;
      requireSensible(input, before);
      if (isPlaced) await requirePlace(tx, actor, before, input);
      const place = { label: input.label ?? before.label, wardId: input.wardId ?? before.wardId };
      const changed = await updateBed(tx, before, { ...input, ...place });
      if (changed === 0) throw versionMismatch();
      const row = await getBedIn(tx, actor, id);
      const audit = {
        action: "bed.change",
        subject: "bed",
        subjectId: id,
        hospitalId,
        details: { from: state, to: row.state },
      };
      const told = input.state ? bedStateEvent(input.state, row) : bedEvent("bed.changed", row);
      atLast(recordChange(tx, actor, audit, [told, capacityChanged(hospitalId)]));
      return row;
    },
    { locks: [`bed:${id}`, ...(isPlaced ? [`ward:${input.wardId ?? wardId}`] : [])] },
  );
}

/** The same label, ward, state and reason again. */
function changesNothing({ label, wardId, state, reason }: ChangeBedInput, before: BedRow): boolean {
  return changedFields(before, { label, wardId, state, stateReason: reason }) === null;
}

function requireSensible({ state, reason, wardId }: ChangeBedInput, before: BedRow): void {
  const isOut = state === "OUT_OF_SERVICE";
  if (isOut && reason === undefined) throw faulty("reason", "Required");
  if (!isOut && reason !== undefined) throw faulty("reason", "Only for a bed that goes out of service");
  const isMoved = wardId !== undefined && wardId !== before.wardId;
  if (before.condition === "OCCUPIED" && (state !== undefined || isMoved)) throw inUse("occupied");
  if (before.isReserved && (isOut || isMoved)) throw inUse("reserved");
}

/** Only a manager changes a bed's label and ward. */
async function requirePlace(tx: Sql, actor: Actor, before: BedRow, { label, wardId }: ChangeBedInput): Promise<void> {
  if (!canSetUpBeds(actor, before.hospitalId)) throw managersOnly();
  const to = wardId ?? before.wardId;
  const [ward] = await wardInUse(tx, to, before.hospitalId);
  if (!ward) throw notFound();
  await requireFreeLabels(tx, to, [label ?? before.label], label === undefined ? "wardId" : "label", before.id);
}

function inUse(how: "occupied" | "reserved"): AppError {
  return new AppError("invalid-transition", `The bed is ${how}, so this has to wait.`, {
    extra: { condition: how.toUpperCase() },
  });
}

function faulty(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
