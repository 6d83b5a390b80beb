import type { Actor } from "@/lib/platform/auth/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { recordChange } from "@/lib/platform/events/record";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { requireFreeLabels } from "./add-beds";
import { bedEvent, bedStateEvent } from "./events";
import { managersOnly, requireManagedWard } from "./find-ward";
import { getBed } from "./list-beds";
import { lockBeds } from "./lock-beds";
import { canSetUpBeds } from "./policy";
import type { BedRow } from "./queries";
import type { ChangeBedInput } from "./schema";
import { versionMismatch, type Seen } from "./seen";

/**
 * Housekeeping is done, a bed has to be cleaned, or cannot be used for a reason; a manager also changes its label and
 * its ward. A bed somebody is in keeps its state; one that is kept for somebody does not go out of service, and neither
 * changes wards. Throws `not-found`, `forbidden`, `invalid-transition`, `invalid`, `version-mismatch`.
 */
export function changeBed(actor: Actor, id: string, input: ChangeBedInput, seen: Seen = {}): Promise<BedRow> {
  return inTransaction(
    actor,
    async (tx) => {
      await getBed(actor, id, tx);
      const now = await lockBeds(tx, { bedIds: [id] });
      const before = await getBed(actor, id, tx);
      if (seen.version !== undefined && seen.version !== before.version) throw versionMismatch();
      requireSensible(input, before);
      const place = await changedPlace(tx, actor, before, input);
      const state = await changedState(tx, before, input, now);
      const changed = await tx.bed.updateMany({ where: { id, version: before.version, removedAt: null }, data: { ...place, ...state, version: { increment: 1 } } });
      if (changed.count === 0) throw versionMismatch();
      const { hospitalId } = before;
      const audit = { action: "bed.change", subject: "bed", subjectId: id, hospitalId, details: { from: before.state, to: input.state ?? before.state } };
      const told = input.state ? bedStateEvent(input.state, before) : bedEvent("bed.changed", before);
      await recordChange(tx, actor, audit, [told, capacityChanged(hospitalId)]);
      return getBed(actor, id, tx);
    },
  );
}

function requireSensible({ state, reason, wardId }: ChangeBedInput, before: BedRow): void {
  const isOut = state === "OUT_OF_SERVICE";
  if (isOut && reason === undefined) throw faulty("reason", "Required");
  if (!isOut && reason !== undefined) throw faulty("reason", "Belongs to a bed that goes out of service");
  const isMoved = wardId !== undefined && wardId !== before.wardId;
  if (before.condition === "OCCUPIED" && (state !== undefined || isMoved)) throw inUse("occupied");
  if (before.isReserved && (isOut || isMoved)) throw inUse("reserved");
}

async function changedPlace(tx: Tx, actor: Actor, before: BedRow, { label, wardId }: ChangeBedInput): Promise<Prisma.BedUncheckedUpdateManyInput> {
  if (label === undefined && wardId === undefined) return {};
  if (!canSetUpBeds(actor, before.hospitalId)) throw managersOnly();
  const to = wardId ?? before.wardId;
  await tx.$queryRaw`SELECT 1 AS "locked" FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`ward:${to}`}, 0))) AS got`;
  if (wardId !== undefined) await requireManagedWard(tx, actor, wardId);
  await requireFreeLabels(tx, to, [label ?? before.label], label === undefined ? "wardId" : "label", before.id);
  return { label: label ?? before.label, wardId: to };
}

async function changedState(tx: Tx, before: BedRow, { state, reason }: ChangeBedInput, now: Date): Promise<Prisma.BedUncheckedUpdateManyInput> {
  if (state === undefined) return {};
  const ward = await tx.ward.findUniqueOrThrow({ where: { id: before.wardId }, select: { cleaningMinutes: true } });
  const cleaningDueAt = state === "CLEANING" ? new Date(now.getTime() + ward.cleaningMinutes * 60_000) : null;
  return { state, stateReason: reason ?? null, stateChangedAt: now, cleaningDueAt };
}

function inUse(how: "occupied" | "reserved"): AppError {
  return new AppError("invalid-transition", `The bed is ${how}, so this has to wait.`, { extra: { condition: how.toUpperCase() } });
}

function faulty(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
