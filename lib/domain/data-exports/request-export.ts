import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { confirmPassword } from "@/lib/domain/accounts/confirm-password";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import { db, type Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { addJob } from "@/lib/platform/jobs/add-job";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { dataExportEvent } from "./events";
import { canExport } from "./policy";
import { exportSelect, type DataExportRow } from "./queries";
import type { ExportInput } from "./schema";
import { DAILY_EXPORTS, EXPORT_TASK, WITHOUT_PERIOD } from "./status";

/**
 * Asks for an export, which a worker begins at once. Throws `not-found`, `forbidden` (a coordinator), `invalid` (the password, the
 * period), `rate-limited` for passwords, and `conflict` while another export of the same person is being written, or once they
 * have asked for ten within 24 hours.
 */
export async function requestExport(actor: Actor, input: ExportInput): Promise<DataExportRow> {
  const { hospitalId, kind, format } = input;
  if (hospitalId) await requireManaged(db, actor, hospitalId);
  const { userId } = actor;
  if (!userId || !canExport(actor, hospitalId)) throw notFound();
  const period = await readPeriod(input);
  await confirmPassword(actor, input.password);
  return inTransaction(
    actor,
    async (tx) => {
      await requireQuota(tx, userId);
      const hasMark = format === "CSV" && input.hasMark === true;
      const row = await tx.dataExport.create({
        data: { hospitalId, kind, format, hasMark, requestedByUserId: userId, ...period },
        select: exportSelect,
      });
      await addJob(tx, EXPORT_TASK, { exportId: row.id });
      const details = { kind, format };
      const audit = { action: "data-export.request", subject: "data-export", subjectId: row.id, hospitalId, details };
      await recordChange(tx, actor, audit, [dataExportEvent("data-export.requested", row)]);
      return row;
    },
    { locks: [`data-exports:${userId}`] },
  );
}

async function requireQuota(tx: Tx, requestedByUserId: string): Promise<void> {
  const underWay = { requestedByUserId, status: { in: ["WAITING", "RUNNING"] as ["WAITING", "RUNNING"] } };
  if ((await tx.dataExport.count({ where: underWay })) > 0)
    throw new AppError("conflict", "An export of yours is still being written. Wait for it, or cancel it.");
  const createdAt = { gt: new Date(Date.now() - DAY_MS) };
  if ((await tx.dataExport.count({ where: { requestedByUserId, createdAt } })) >= DAILY_EXPORTS)
    throw new AppError("conflict", `You can ask for ${DAILY_EXPORTS} exports in 24 hours. Try again tomorrow.`);
}

/** The days by the hospital's clock as instants; the platform's days are UTC's. */
async function readPeriod({ hospitalId, kind, fromOn, untilOn }: ExportInput) {
  if ((fromOn || untilOn) && WITHOUT_PERIOD.includes(kind))
    throw refused(fromOn ? "fromOn" : "untilOn", "This export has no period");
  if (fromOn && untilOn && untilOn < fromOn) throw refused("untilOn", "Must not be before the first day");
  const hospital =
    hospitalId && (await db.hospital.findUnique({ where: { id: hospitalId }, select: { timeZone: true } }));
  const zone = hospital ? hospital.timeZone : "UTC";
  return {
    fromAt: fromOn ? startOfLocalDate(fromOn, zone) : null,
    toAt: untilOn ? startOfLocalDate(shiftDate(untilOn, 1), zone) : null,
  };
}

function refused(path: string, message: string): AppError {
  return new AppError("invalid", undefined, { fields: [{ path, message }] });
}
