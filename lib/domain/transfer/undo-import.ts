import { capacityChanged, hospitalChanged } from "@/lib/domain/hospitals/events";
import { countUsedImported, removeImportedIn } from "@/lib/domain/registrations/remove-imported";
import type { Actor } from "@/lib/actor/actor";
import type { Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { versionMismatch, type ExpectedVersion } from "@/lib/platform/errors/expected-version";
import { importEvent } from "./events";
import { getImport, getImportIn, importSelect, type ImportRow } from "./queries";
import type { ImportKind } from "./status";

/** As long as writing it may take. */
const TIMEOUT_MS = 120_000;

/**
 * Removes everything an import created, or nothing: once a bed has had a patient, a vehicle a call or a ward beds, they
 * are no longer the file's alone, and the error says how many. Invitations are withdrawn; an answered one prevents
 * undoing. Throws `not-found`, `invalid-transition`, `conflict`, `version-mismatch`.
 */
export async function undoImport(actor: Actor, id: string, expectedVersion?: ExpectedVersion): Promise<ImportRow> {
  const { hospitalId } = await getImport(actor, id);
  return inTransaction(
    actor,
    async (tx) => {
      const before = await getImportIn(tx, actor, id);
      if (before.status !== "DONE")
        throw new AppError("invalid-transition", "Only a completed import can be undone, and only once.");
      const [row] = await tx.import.updateManyAndReturn({
        where: { id, status: "DONE", version: expectedVersion ?? before.version },
        data: { status: "UNDONE", undoneAt: new Date(), version: { increment: 1 } },
        select: importSelect,
      });
      if (!row) throw versionMismatch();
      const count = await inUse(tx, row.kind, id);
      if (count > 0) throw stillInUse(row.kind, count);
      await takeBack(tx, actor, row.kind, id);
      const audit = {
        action: "import.undo",
        subject: "import",
        subjectId: id,
        hospitalId,
        details: { kind: row.kind, rows: row.rowCount },
      };
      const changed =
        row.kind === "BEDS" || row.kind === "AMBULANCES" ? capacityChanged(hospitalId) : hospitalChanged(hospitalId);
      await recordChange(tx, actor, audit, [importEvent("import.undone", row), changed]);
      return row;
    },
    { locks: [`import:${hospitalId}`], timeoutMs: TIMEOUT_MS },
  );
}

/** Counts how many of the file's things are in use elsewhere. */
function inUse(tx: Tx, kind: ImportKind, importId: string): Promise<number> {
  switch (kind) {
    case "DEPARTMENTS":
      return tx.department.count({
        where: {
          importId,
          OR: [{ affiliations: { some: {} } }, { wards: { some: {} } }, { invitations: { some: {} } }],
        },
      });
    case "WARDS":
      return tx.ward.count({ where: { importId, OR: [{ beds: { some: {} } }, { stays: { some: {} } }] } });
    case "BEDS":
      return tx.bed.count({ where: { importId, OR: [{ bookings: { some: {} } }, { stays: { some: {} } }] } });
    case "AMBULANCES":
      return tx.ambulance.count({ where: { importId, bookings: { some: {} } } });
    case "DOCTORS":
      return tx.doctorInvitation.count({ where: { importId, status: { in: ["ACCEPTED", "DECLINED"] } } });
    case "STAFF":
      return tx.staffInvitation.count({ where: { importId, status: "ACCEPTED" } });
    case "PATIENTS":
      return countUsedImported(tx, importId);
  }
}

async function takeBack(tx: Tx, actor: Actor, kind: ImportKind, importId: string): Promise<void> {
  switch (kind) {
    case "DEPARTMENTS":
      return void (await tx.department.deleteMany({ where: { importId } }));
    case "WARDS":
      return void (await tx.ward.deleteMany({ where: { importId } }));
    case "BEDS":
      return void (await tx.bed.deleteMany({ where: { importId } }));
    case "AMBULANCES":
      return void (await tx.ambulance.deleteMany({ where: { importId } }));
    case "DOCTORS":
      return void (await tx.doctorInvitation.updateMany({
        where: { importId, status: "PENDING" },
        data: {
          status: "WITHDRAWN",
          tokenHash: null,
          respondedAt: new Date(),
          respondedByUserId: actor.userId,
          version: { increment: 1 },
        },
      }));
    case "STAFF":
      return void (await tx.staffInvitation.updateMany({
        where: { importId, status: "PENDING" },
        data: { status: "WITHDRAWN", tokenHash: null, respondedAt: new Date(), version: { increment: 1 } },
      }));
    case "PATIENTS":
      return removeImportedIn(tx, importId);
  }
}

const IN_USE: Record<ImportKind, string> = {
  DEPARTMENTS: "have doctors, wards or invitations",
  WARDS: "have beds",
  BEDS: "have had a patient or are reserved",
  AMBULANCES: "have been on a call",
  DOCTORS: "have been answered",
  STAFF: "have been accepted",
  PATIENTS: "have been here since, or are known elsewhere",
};

function stillInUse(kind: ImportKind, count: number): AppError {
  return new AppError("conflict", `${count} of them ${IN_USE[kind]}, so the import can't be undone.`, {
    extra: { inUse: count },
  });
}
