import { z } from "zod";
import { canManage } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { pageFrom, readCursor } from "@/lib/platform/input/cursor";
import { visibleTo } from "./policy";

export const importSelect = {
  id: true,
  hospitalId: true,
  kind: true,
  status: true,
  rowCount: true,
  processedCount: true,
  faultCount: true,
  faults: true,
  version: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  undoneAt: true,
  dismissedAt: true,
} satisfies Prisma.ImportSelect;

/** An import without its file. */
export type ImportRow = Prisma.ImportGetPayload<{ select: typeof importSelect }>;

/** Returns one import of the hospital the actor manages; throws `not-found` for all others alike. */
export async function getImport(actor: Actor, id: string, client: Db = db): Promise<ImportRow> {
  const row = await client.import.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: importSelect });
  if (!row) throw notFound();
  return row;
}

const position = z.strictObject({ c: z.iso.datetime(), i: z.uuid() });

/**
 * Returns the undismissed imports of one hospital, newest first. Throws `not-found` for anyone who doesn't manage it.
 */
export async function listImports(
  actor: Actor,
  hospitalId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  if (!canManage(actor, hospitalId)) throw notFound();
  const after = readCursor(position, page.cursor);
  const and: Prisma.ImportWhereInput[] = [{ hospitalId, dismissedAt: null }];
  if (after)
    and.push({ createdAt: { lte: after.c } }, { OR: [{ createdAt: { lt: after.c } }, { id: { lt: after.i } }] });
  const rows = await db.import.findMany({
    where: { AND: and },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page.limit + 1,
    select: importSelect,
  });
  return pageFrom(rows, page.limit, (row) => ({ c: row.createdAt.toISOString(), i: row.id }));
}
