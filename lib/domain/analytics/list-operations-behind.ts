import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { localDateAt } from "@/lib/platform/time/local-date";
import { findPlace } from "./internal/find-place";
import { daysAnywhere, daysAt } from "./internal/place-days";
import { canList } from "./policy";
import { rangeOf, type Stretch } from "./rules-range";
import type { OperationsQuery, OperationBehind } from "./schema-report";
import type { Position } from "./statements/behind";
import { gainsOfDoctor, operationsBehind, placesOfOffers } from "./statements/operations-behind";

const position = z.strictObject({ startsAt: z.iso.datetime(), id: z.uuid() });

/**
 * Returns the stays, calls or filled times behind a number, the latest first: of a hospital by its days, for its staff, and of a doctor the
 * times filled from the waitlist, by the days of each place, for themselves. They see each of them elsewhere. Throws `not-found` for
 * everyone else, `invalid` on `cursor` and `what`.
 */
export async function listOperationsBehind(
  actor: Actor,
  { hospitalId, doctorId, what, ...asked }: OperationsQuery,
  page: PageQuery,
  now = new Date(),
): Promise<Page<OperationBehind>> {
  const whose = { hospitalId, doctorId };
  if (!canList(actor, whose)) throw notFound();
  if (doctorId !== undefined && what !== "gains")
    throw new AppError("invalid", undefined, { fields: [{ path: "what", message: "Must be gains for a doctor" }] });
  const { after, take, pageBy } = startPage(page, position);
  const rows = await inSnapshot(async (tx) => {
    const place = await findPlace(tx, whose);
    if (!place) throw notFound();
    const days = rangeOf(asked, localDateAt(now, place.timeZone));
    if (doctorId !== undefined) return gainsOf(tx, { doctorId, own: place.timeZone, days }, after ?? null, take);
    const { from, to } = daysAt(null, place.timeZone, days);
    return operationsBehind(tx, what, { hospitalId: hospitalId ?? "", from, to }, after ?? null, take);
  });
  const { items, nextCursor } = pageBy(rows, ({ id, at }) => ({ id, startsAt: at.toISOString() }));
  return { nextCursor, items: items.map(toOutput) };
}

type Doctor = { doctorId: string; own: string; days: Stretch };

/** A doctor's at a hospital count on the days of the hospital, as in their numbers. */
async function gainsOf(tx: Sql, { doctorId, own, days }: Doctor, after: Position | null, take: number) {
  const around = daysAnywhere(days);
  const places = await placesOfOffers(tx, doctorId, around.from, around.to);
  if (places.length === 0) return [];
  const at = places.map(({ hospitalId, timeZone }) => daysAt(hospitalId, timeZone ?? own, days));
  return gainsOfDoctor(tx, doctorId, at, after, take);
}

function toOutput({ at, until, seconds, ...row }: RowOf<typeof operationsBehind>): OperationBehind {
  return {
    ...row,
    at: at.toISOString(),
    until: until?.toISOString() ?? null,
    minutes: seconds === null ? null : Math.round(seconds / 6) / 10,
  };
}
