import { db } from "@/lib/platform/db/db";
import { applyImport } from "./internal/apply-import";
import { checkImport } from "./internal/check-import";
import { failImport, faultOf } from "./internal/fail-import";

/** The job that takes up a file; what a dead worker left lying the timer finds. */
export const IMPORT_TASK = "continue-import";

/** Checks or writes one file, whichever it waits for. Two who come at once do it once. */
export async function continueImport(id: string): Promise<void> {
  const row = await db.import.findUnique({ where: { id }, select: { status: true } });
  try {
    if (row?.status === "CHECKING") await checkImport(id);
    if (row?.status === "RUNNING") await applyImport(id);
  } catch (error) {
    // A fault of ours: told to whoever waits, and thrown on to be logged, instead of being tried for ever.
    await failImport(id, [faultOf("Something went wrong on our side. Nothing was imported; please try again")]);
    throw error;
  }
}

/** Files whose worker died before they were done: they wait in the table, nothing of them is written. */
export async function continueImports(now: Date = new Date()): Promise<void> {
  const orphaned = new Date(now.getTime() - 5_000);
  const rows = await db.import.findMany({
    where: { status: { in: ["CHECKING", "RUNNING"] }, updatedAt: { lt: orphaned } },
    orderBy: { createdAt: "asc" },
    take: 10,
    select: { id: true },
  });
  for (const { id } of rows) await continueImport(id);
}
