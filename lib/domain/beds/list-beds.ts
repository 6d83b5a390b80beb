import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db, Prisma } from "@/lib/platform/db/db";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage } from "@/lib/platform/input/page";
import { toBedOutput } from "./format";
import { canRunBeds } from "./policy";
import { BED_COLUMNS, type BedRow } from "./queries";
import type { BedFilter, BedOutput } from "./schema";

const position = z.strictObject({ w: z.uuid(), l: z.string(), i: z.uuid() });

/** Returns a page of a hospital's beds, ward by ward, for its own staff. Throws `not-found` for everyone else. */
export async function listBeds(
  actor: Actor,
  hospitalId: string,
  filter: BedFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: BedOutput[]; nextCursor: string | null }> {
  if (!canRunBeds(actor, hospitalId)) throw notFound();
  const { after, take, pageBy } = startPage(page, position);
  const and = [
    ...(filter.wardId ? [Prisma.sql`AND b."wardId" = ${filter.wardId}::uuid`] : []),
    ...(filter.kind ? [Prisma.sql`AND n."kind" = ${filter.kind}::"WardKind"`] : []),
    ...(filter.condition ? [Prisma.sql`AND n."condition" = ${filter.condition}`] : []),
    ...(after
      ? [Prisma.sql`AND (b."wardId", b."label", b."id") > (${after.w}::uuid, ${after.l}, ${after.i}::uuid)`]
      : []),
  ];
  const rows = await db.$queryRaw<BedRow[]>`
    SELECT ${BED_COLUMNS} FROM "Bed" b JOIN "BedNow" n ON n."id" = b."id"
    WHERE b."hospitalId" = ${hospitalId}::uuid ${and.length > 0 ? Prisma.join(and, " ") : Prisma.empty}
    ORDER BY b."wardId", b."label", b."id" LIMIT ${take}`;
  const { items, nextCursor } = pageBy(rows, ({ wardId, label, id }) => ({ w: wardId, l: label, i: id }));
  return { nextCursor, items: items.map(toBedOutput) };
}

/** Returns one bed with its condition. Throws `not-found` unless the actor is of its hospital. */
export async function getBed(actor: Actor, id: string, client: Sql = sql): Promise<BedRow> {
  const [row] = await client.$queryRaw<BedRow[]>`
    SELECT ${BED_COLUMNS} FROM "Bed" b JOIN "BedNow" n ON n."id" = b."id" WHERE b."id" = ${id}::uuid`;
  if (!row || !canRunBeds(actor, row.hospitalId)) throw notFound();
  return row;
}
