import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { wardEvent } from "./events";
import { requireFreeName, requireOwnDepartment } from "./internal/require-managed-ward";
import { wardSelect, type WardRow } from "./queries";
import { MAX_WARDS } from "./rules";
import type { AddWardInput } from "./schema";

/** Adds a ward. Throws `not-found`, `forbidden` (a coordinator), `invalid` for a taken name. */
export function addWard(actor: Actor, input: AddWardInput): Promise<WardRow> {
  const { hospitalId, dailyRate, ...fields } = input;
  return inTransaction(
    actor,
    async (tx) => {
      await requireManaged(tx, actor, hospitalId);
      await requireFreeName(tx, hospitalId, fields.name);
      await requireOwnDepartment(tx, hospitalId, fields.departmentId);
      if ((await tx.ward.count({ where: { hospitalId, removedAt: null } })) >= MAX_WARDS) throw tooMany();
      const row = await tx.ward.create({ data: { hospitalId, ...fields, ...rateOf(dailyRate) }, select: wardSelect });
      const audit = { action: "ward.add", subject: "ward", subjectId: row.id, hospitalId };
      await recordChange(tx, actor, audit, [wardEvent("ward.added", row), capacityChanged(hospitalId)]);
      return row;
    },
    // Of two who add the same name at once, the second finds the first one's.
    { locks: [`wards:${hospitalId}`] },
  );
}

/** Returns the columns of a rate; nothing when it stays as it is. */
export function rateOf(rate: AddWardInput["dailyRate"]) {
  if (rate === undefined) return {};
  return rate === null ? { dailyRateMinor: null } : { dailyRateMinor: rate.amountMinor, currency: rate.currency };
}

function tooMany(): AppError {
  const message = `A hospital has at most ${MAX_WARDS} wards`;
  return new AppError("invalid", message, { fields: [{ path: "name", message }] });
}
