import { z } from "zod";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { findActor } from "@/lib/actor/find-actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Prisma } from "@/lib/platform/db/db";
import { dataExportEvent } from "./events";
import { failExports } from "./internal/fail-exports";
import { sourceOf } from "./internal/sources";
import { ExportTaken, writePart } from "./internal/write-part";
import { canExport } from "./policy";
import { fileHead, lineWriter } from "./rules";
import { DOWNLOAD_HOURS } from "./status";

/** How much of a file is in memory at once, and written at a time. */
const PART_BYTES = 4 * 1024 * 1024;
/** The interval between two reports of progress. */
const PROGRESS_MS = 1_000;
/** How often an export that fails is begun again before it is given up. */
const MOST_ATTEMPTS = 5;

const begunSelect = {
  id: true,
  hospitalId: true,
  kind: true,
  format: true,
  hasMark: true,
  fromAt: true,
  toAt: true,
  attempts: true,
  partCount: true,
  cursor: true,
  requestedByUserId: true,
} satisfies Prisma.DataExportSelect;
type Begun = Prisma.DataExportGetPayload<{ select: typeof begunSelect }>;

const cursor = z.array(z.string());

/** Who asked for it may no longer have it. */
class RightEnded extends Error {}

/**
 * Writes an export, part by part, as much as is left of it; the job queue calls it again when it fails or its worker dies. It
 * takes no more memory for a million rows than for a few. Ends it once the person who asked for it may no longer have it.
 */
export async function writeExport(id: string): Promise<void> {
  const begun = await begin(id);
  if (!begun) return;
  try {
    await writeRest(begun);
    await complete(begun);
  } catch (error) {
    if (error instanceof ExportTaken) return;
    if (error instanceof RightEnded) return failExports({ id }, "RIGHT_ENDED");
    if (begun.attempts >= MOST_ATTEMPTS) await failExports({ id }, "BROKEN");
    throw error;
  }
}

async function begin(id: string): Promise<Begun | undefined> {
  const where = { id, status: { in: ["WAITING", "RUNNING"] as ["WAITING", "RUNNING"] } };
  const [begun] = await db.dataExport.updateManyAndReturn({
    where,
    data: { status: "RUNNING", attempts: { increment: 1 } },
    select: begunSelect,
  });
  if (!begun || begun.attempts > 1) return begun;
  const expectedCount = await sourceOf(begun.kind, begun).count();
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    await tx.dataExport.updateMany({ where, data: { expectedCount, startedAt: new Date() } });
    await recordChange(tx, SYSTEM_ACTOR, null, [dataExportEvent("data-export.progressed", begun)]);
  });
  return begun;
}

async function writeRest(begun: Begun): Promise<void> {
  const source = sourceOf(begun.kind, begun);
  const lineOf = lineWriter(begun);
  const isTime = everySoOften(PROGRESS_MS);
  let number = begun.partCount;
  let after = begun.cursor === null ? null : cursor.nullable().parse(JSON.parse(begun.cursor));
  let text = number === 0 ? fileHead(begun) : "";
  let rowCount = 0;
  for (let isLast = false; !isLast;) {
    await requireRight(begun);
    const read = await source.read(after);
    ({ after, isLast } = read);
    text += read.rows.map(lineOf).join("");
    rowCount += read.rows.length;
    if (text.length < PART_BYTES && !isLast) continue;
    // An empty part is nothing to store, but one that only says how far it has got.
    const bytes = Buffer.from(text);
    if (bytes.length > 0) await writePart(begun, { number: number++, bytes, rowCount, after }, isTime());
    [text, rowCount] = ["", 0];
  }
}

/** As it is now: a right that ended meanwhile ends the export. */
async function requireRight({ requestedByUserId, hospitalId }: Begun): Promise<void> {
  const found = await findActor(requestedByUserId, "session");
  if (!found || !canExport(found.actor, hospitalId)) throw new RightEnded();
}

async function complete(begun: Begun): Promise<void> {
  const now = new Date();
  await inTransaction(SYSTEM_ACTOR, async (tx) => {
    const [row] = await tx.dataExport.updateManyAndReturn({
      where: { id: begun.id, status: "RUNNING" },
      data: {
        status: "READY",
        finishedAt: now,
        expiresAt: new Date(now.getTime() + DOWNLOAD_HOURS * 3_600_000),
        version: { increment: 1 },
      },
      select: { id: true, hospitalId: true, rowCount: true },
    });
    if (!row) return;
    const { id: subjectId, hospitalId, rowCount: rows } = row;
    const details = { kind: begun.kind, rows };
    const audit = { action: "data-export.complete", subject: "data-export", subjectId, hospitalId, details };
    await recordChange(tx, SYSTEM_ACTOR, audit, [dataExportEvent("data-export.completed", row)]);
  });
}

/** Says yes the first time it is asked after each interval. */
function everySoOften(intervalMs: number): () => boolean {
  let last = performance.now();
  return () => {
    if (performance.now() - last < intervalMs) return false;
    last = performance.now();
    return true;
  };
}
