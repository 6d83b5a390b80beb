import { capacityChanged, hospitalChanged } from "@/lib/domain/hospitals/events";
import { canManage } from "@/lib/domain/hospitals/policy";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { findActor } from "@/lib/actor/find-actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { isConflict } from "@/lib/platform/db/driver-error";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { importEvent } from "../events";
import { failImport, faultOf } from "./fail-import";
import { readImport } from "./read-import";
import type { ImportFault } from "../schema";
import type { ImportKind } from "../status";
import { writeRows } from "./write-rows";

const TIMEOUT_MS = 120_000;
const BATCH = 500;
/** The interval between two progress reports. */
const PROGRESS_MS = 400;

type File = {
  id: string;
  hospitalId: string;
  kind: ImportKind;
  content: string;
  reading: unknown;
  createdByUserId: string | null;
};

/** Valid in the dry run and not any more: nothing is written. */
class Refused extends Error {
  constructor(readonly faults: ImportFault[]) {
    super("the file no longer fits");
  }
}

/**
 * Writes a confirmed file into the tables in one transaction: all of it or nothing. It is validated again against the
 * hospital's current data, and the person who confirmed it must still manage the hospital. Progress is reported outside
 * the transaction, so that it is visible.
 */
export async function applyImport(id: string): Promise<void> {
  const file = await db.import.findFirst({
    where: { id, status: "RUNNING" },
    select: { id: true, hospitalId: true, kind: true, content: true, reading: true, createdByUserId: true },
  });
  if (!file) return;
  const loaded = file.createdByUserId ? await findActor(file.createdByUserId, "session") : null;
  if (!loaded || !canManage(loaded.actor, file.hospitalId))
    return failImport(id, [faultOf("The person who started this import no longer manages the hospital")]);
  const { actor } = loaded;
  // One file per hospital at a time: the second is validated against what the first has written.
  const options = { locks: [`import:${file.hospitalId}`], timeoutMs: TIMEOUT_MS };
  try {
    await inTransaction(actor, (tx) => applyIn(tx, actor, file), options);
  } catch (error) {
    if (error instanceof Refused) return failImport(id, error.faults);
    if (isConflict(error))
      return failImport(id, [faultOf("Someone else added one of these rows during the import. Check the file again")]);
    throw error;
  }
}

async function applyIn(tx: Tx, actor: Actor, file: File): Promise<void> {
  const { id, hospitalId, kind } = file;
  // After waiting for the lock it may be done.
  if ((await tx.import.count({ where: { id, status: "RUNNING" } })) === 0) return;
  const { rows, faults } = await readImport(tx, file);
  if (faults.length > 0) throw new Refused(faults);
  const progress = reporter(file);
  for (let at = 0; at < rows.length; at += BATCH) {
    await writeRows(tx, actor, { kind, rows: rows.slice(at, at + BATCH), hospitalId, importId: id });
    await progress(Math.min(at + BATCH, rows.length));
  }
  await tx.import.updateMany({
    where: { id, status: "RUNNING" },
    data: {
      status: "DONE",
      processedCount: rows.length,
      content: "",
      finishedAt: new Date(),
      version: { increment: 1 },
    },
  });
  const changed = kind === "BEDS" || kind === "AMBULANCES" ? capacityChanged(hospitalId) : hospitalChanged(hospitalId);
  const audit = {
    action: "import.complete",
    subject: "import",
    subjectId: id,
    hospitalId,
    details: { kind, rows: rows.length },
  };
  await recordChange(tx, actor, audit, [importEvent("import.completed", file), changed]);
}

/** Reports a file's progress, now and then. */
function reporter(file: File): (processedCount: number) => Promise<void> {
  let last = performance.now();
  return async (processedCount) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    await inTransaction(SYSTEM_ACTOR, async (tx) => {
      await tx.import.updateMany({ where: { id: file.id }, data: { processedCount } });
      await recordChange(tx, SYSTEM_ACTOR, null, [importEvent("import.progressed", file)]);
    });
  };
}
