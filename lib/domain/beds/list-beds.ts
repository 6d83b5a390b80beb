import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { sql, type Sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage } from "@/lib/platform/input/page";
import { toBedOutput } from "./output";
import { bedById, pageOfBeds } from "./statements/beds";
import { canRunBeds } from "./policy";
import type { BedRow } from "./queries";
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
  const rows = await pageOfBeds(
    db,
    hospitalId,
    filter,
    after && { wardId: after.w, label: after.l, id: after.i },
    take,
  );
  const { items, nextCursor } = pageBy(rows, ({ wardId, label, id }) => ({ w: wardId, l: label, i: id }));
  return { nextCursor, items: items.map(toBedOutput) };
}

/** Returns one bed with its condition. Throws `not-found` unless the actor is of its hospital. */
export function getBed(actor: Actor, id: string): Promise<BedRow> {
  return getBedIn(sql, actor, id);
}

/** As `getBed`, with the client of a transaction. */
export async function getBedIn(client: Sql, actor: Actor, id: string): Promise<BedRow> {
  const [row] = await bedById(client, id);
  if (!row || !canRunBeds(actor, row.hospitalId)) throw notFound();
  return row;
}
