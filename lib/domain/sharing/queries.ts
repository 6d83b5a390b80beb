import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { findSearchQuery } from "@/lib/domain/directory/find-search-query";
import { lastDay } from "@/lib/domain/patients/end-of-day";
import { db } from "@/lib/platform/db/db";
import type { RowOf } from "@/lib/platform/db/statement";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { canSeeGrants, canShare } from "./policy";
import type { Grant } from "./schema";
import { doctorsNamed, grantsOf } from "./statements";

const MAX_RESULTS = 10;
const position = z.strictObject({ c: z.iso.datetime(), i: z.uuid() });

/**
 * Returns a page of what is or was shared of a patient's record, newest first, for those who read it. Throws `not-found`.
 */
export async function listGrants(actor: Actor, patientId: string, query: PageQuery): Promise<Page<Grant>> {
  if (!canSeeGrants(actor, patientId)) throw notFound();
  const { after, take, pageBy } = startPage(query, position);
  const rows = await inTransaction(actor, (tx) =>
    grantsOf(tx, {
      patientIds: [patientId],
      after: after ? { createdAt: new Date(after.c), id: after.i } : null,
      take,
    }),
  );
  const page = pageBy(rows, ({ createdAt, id }) => ({ c: createdAt.toISOString(), i: id }));
  return { ...page, items: page.items.map((row) => toGrant(actor, row)) };
}

/** A grant as its patient's family reads it. */
export function toGrant(actor: Actor, { grantedById, ...row }: RowOf<typeof grantsOf>): Grant {
  return {
    ...row,
    givenByYou: grantedById === actor.userId,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    endsOn: lastDay(actor, row.expiresAt),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

/** A doctor with whom a record can be shared. */
export type SharingDoctor = RowOf<typeof doctorsNamed>;

/** Finds at most ten verified doctors of that name with whom the record isn't shared. Throws `not-found`. */
export async function searchSharingDoctors(
  actor: Actor,
  { patientId, name }: { patientId: string; name: string },
): Promise<SharingDoctor[]> {
  if (!canShare(actor, patientId)) throw notFound();
  const query = await findSearchQuery(name);
  return query === null ? [] : doctorsNamed(db, { patientId, name, query, limit: MAX_RESULTS });
}
