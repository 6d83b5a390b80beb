import { db } from "@/lib/platform/db/db";
import { applyImport } from "./internal/apply-import";
import { checkImport } from "./internal/check-import";
import { failImport, faultOf } from "./internal/fail-import";

/** The job that processes a file; the timer finds those of a dead worker. */
export const IMPORT_TASK = "continue-import";

/** Checks or writes one file, whichever is due. Two workers at once do it once. */
export async function continueImport(id: string): Promise<void> {
  const row = await db.import.findUnique({ where: { id }, select: { status: true } });
  try {
    if (row?.status === "CHECKING") await checkImport(id);
    if (row?.status === "RUNNING") await applyImport(id);
  } catch (error) {
    // An internal error: reported to the user, and rethrown to be logged, instead of being retried for ever.
    await failImport(id, [faultOf("Something went wrong on our side. Nothing was imported; please try again")]);
    throw error;
  }
}

/** Continues files whose worker died before they were done; nothing of them has been written. */
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
