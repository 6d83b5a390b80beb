import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { NEWEST_FIRST, startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { canExport, visibleTo } from "./policy";

export const exportSelect = {
  id: true,
  hospitalId: true,
  hospital: { select: { id: true, name: true } },
  kind: true,
  format: true,
  status: true,
  fault: true,
  rowCount: true,
  expectedCount: true,
  byteCount: true,
  fromAt: true,
  toAt: true,
  requestedByUserId: true,
  requestedBy: { select: { name: true } },
  version: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  expiresAt: true,
  downloadedAt: true,
} satisfies Prisma.DataExportSelect;

export type DataExportRow = Prisma.DataExportGetPayload<{ select: typeof exportSelect }>;

/** Returns one export, without its content. Throws `not-found` unless the actor manages its hospital or is an administrator. */
export async function getExport(actor: Actor, id: string, client: Db = db): Promise<DataExportRow> {
  const row = await client.dataExport.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: exportSelect });
  if (!row) throw notFound();
  return row;
}

/** Returns a hospital's exports, newest first. Throws `not-found` for those who don't manage it. */
export async function listHospitalExports(
  actor: Actor,
  hospitalId: string,
  query: PageQuery,
): Promise<Page<DataExportRow>> {
  if (!canExport(actor, hospitalId)) throw notFound();
  return listWhere({ hospitalId }, query);
}

/** Returns all exports, newest first, without what is in them. Throws `not-found` for everyone but administrators. */
export async function listAllExports(actor: Actor, query: PageQuery): Promise<Page<DataExportRow>> {
  if (!actor.isAdmin) throw notFound();
  return listWhere({}, query);
}

async function listWhere(where: Prisma.DataExportWhereInput, query: PageQuery): Promise<Page<DataExportRow>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, NEWEST_FIRST);
  const rows = await db.dataExport.findMany({
    where: { ...where, AND: [beyond] },
    orderBy,
    take,
    select: exportSelect,
  });
  return pageOf(rows);
}
