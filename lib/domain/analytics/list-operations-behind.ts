import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { findPlace } from "./internal/find-place";
import { canList } from "./policy";
import { rangeOf } from "./rules-range";
import type { OperationsQuery, OperationBehind } from "./schema-report";
import { operationsBehind } from "./statements/operations-behind";

const position = z.strictObject({ startsAt: z.iso.datetime(), id: z.uuid() });

/**
 * Returns the stays, calls or filled times behind a number of the hospital, the latest first, by the hospital's days. For its staff,
 * who see each of them elsewhere. Throws `not-found` for everyone else, `invalid` on `cursor`.
 */
export async function listOperationsBehind(
  actor: Actor,
  { hospitalId, what, ...asked }: OperationsQuery,
  page: PageQuery,
  now = new Date(),
): Promise<Page<OperationBehind>> {
  if (!canList(actor, { hospitalId })) throw notFound();
  const { after, take, pageBy } = startPage(page, position);
  const rows = await inSnapshot(async (tx) => {
    const place = await findPlace(tx, { hospitalId });
    if (!place) throw notFound();
    const days = rangeOf(asked, localDateAt(now, place.timeZone));
    const [from, to] = [days.from, shiftDate(days.to, 1)].map((date) => startOfLocalDate(date, place.timeZone));
    return operationsBehind(tx, what, { hospitalId, from: from!, to: to! }, after ?? null, take);
  });
  const { items, nextCursor } = pageBy(rows, ({ id, at }) => ({ id, startsAt: at.toISOString() }));
  return {
    nextCursor,
    items: items.map(({ at, until, seconds, ...row }) => ({
      ...row,
      at: at.toISOString(),
      until: until?.toISOString() ?? null,
      minutes: seconds === null ? null : Math.round(seconds / 6) / 10,
    })),
  };
}
