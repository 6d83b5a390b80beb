import { canManage } from "@/lib/domain/hospitals/policy";
import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { visibleTo } from "./policy";
import type { ImportProgress } from "./schema";

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
export function getImport(actor: Actor, id: string): Promise<ImportRow> {
  return getImportIn(db, actor, id);
}

/** As `getImport`, with the client of a transaction. */
export async function getImportIn(client: Db, actor: Actor, id: string): Promise<ImportRow> {
  const row = await client.import.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: importSelect });
  if (!row) throw notFound();
  return row;
}

/** The imports of one hospital that were not dismissed, newest first. Throws `not-found` for those who do not manage it. */
export async function listImports(
  actor: Actor,
  hospitalId: string,
  page: { limit: number; cursor?: string | undefined },
) {
  if (!canManage(actor, hospitalId)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(page, NEWEST_FIRST);
  const rows = await db.import.findMany({
    where: { hospitalId, dismissedAt: null, AND: [beyond] },
    orderBy,
    take,
    select: importSelect,
  });
  return pageOf(rows);
}

/** All hospitals' imports, newest first, without what is in them. Throws `not-found` for everyone but administrators. */
export async function listAllImports(actor: Actor, query: PageQuery): Promise<Page<ImportProgress>> {
  if (!actor.isAdmin) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.import.findMany({
    where: beyond,
    orderBy,
    take,
    select: {
      id: true,
      hospital: { select: { id: true, name: true } },
      kind: true,
      status: true,
      rowCount: true,
      processedCount: true,
      faultCount: true,
      createdAt: true,
      finishedAt: true,
    },
  });
  const page = pageOf(rows);
  const items = page.items.map(({ createdAt, finishedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
  return { ...page, items };
}
