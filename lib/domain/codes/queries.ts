import type { Actor } from "@/lib/actor/actor";
import { db, type Db, type Prisma } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canKeepEditions } from "./policy";

export const editionSelect = {
  id: true,
  system: true,
  release: true,
  status: true,
  isActive: true,
  isBuiltIn: true,
  fileBytes: true,
  processedBytes: true,
  codeCount: true,
  fault: true,
  version: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.DiagnosisEditionSelect;
export type EditionRow = Prisma.DiagnosisEditionGetPayload<{ select: typeof editionSelect }>;

/** More than anyone keeps; a page of them would only hide what is active. */
const MOST = 100;

/** Returns all editions, newest first. Throws `not-found` for everyone but administrators. */
export function listEditions(actor: Actor): Promise<EditionRow[]> {
  if (!canKeepEditions(actor)) return Promise.reject(notFound());
  return db.diagnosisEdition.findMany({
    select: editionSelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
}

/** Returns one edition, with the client of a transaction; throws `not-found` for everyone but administrators. */
export async function getEditionIn(client: Db, actor: Actor, id: string): Promise<EditionRow> {
  if (!canKeepEditions(actor)) throw notFound();
  const row = await client.diagnosisEdition.findUnique({ where: { id }, select: editionSelect });
  if (!row) throw notFound();
  return row;
}
