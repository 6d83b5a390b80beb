import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import type { RowOf } from "@/lib/platform/db/statement";
import { instantText } from "@/lib/platform/time/iso-text";
import { canSeeGrants } from "./policy";
import type { LinkOpening, RecordLink } from "./schema-links";
import { linksOf } from "./statements";

const position = z.strictObject({ c: z.iso.datetime(), i: z.uuid() });

/** Returns a page of the links to parts of a patient's record, newest first, for those who read it. Throws `not-found`. */
export async function listLinks(actor: Actor, patientId: string, query: PageQuery): Promise<Page<RecordLink>> {
  if (!canSeeGrants(actor, patientId)) throw notFound();
  const { after, take, pageBy } = startPage(query, position);
  const beyond = after ? { createdAt: new Date(after.c), id: after.i } : null;
  const links = await inTransaction(actor, (tx) =>
    listLinksIn(tx, actor, { patientIds: [patientId], after: beyond, take }),
  );
  return pageBy(links, ({ createdAt, id }) => ({ c: createdAt, i: id }));
}

/** As `listLinks`, with the client of a transaction, for those who have asked whether the actor may. */
export async function listLinksIn(
  tx: Tx,
  actor: Actor,
  wanted: Parameters<typeof linksOf.text>[0],
): Promise<RecordLink[]> {
  const rows = await linksOf(tx, wanted);
  const openings = await tx.linkOpening.findMany({
    where: { linkId: { in: rows.map(({ id }) => id) } },
    select: { linkId: true, device: true, openedAt: true, lastReadAt: true },
    orderBy: { openedAt: "asc" },
  });
  return rows.map((row) =>
    toLink(
      actor,
      row,
      openings
        .filter(({ linkId }) => linkId === row.id)
        .map(({ device, openedAt, lastReadAt }) => ({
          device,
          openedAt: instantText(openedAt),
          lastReadAt: instantText(lastReadAt),
        })),
    ),
  );
}

function toLink(
  actor: Actor,
  { createdById, expiresAt, createdAt, endedAt, ...row }: RowOf<typeof linksOf>,
  openings: LinkOpening[],
): RecordLink {
  return {
    ...row,
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    madeByYou: createdById === actor.userId,
    openings,
  };
}
