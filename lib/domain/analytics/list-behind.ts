import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { listAppointmentTimes } from "@/lib/domain/appointments/queries";
import type { Sql } from "@/lib/platform/db/sql";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { startPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { localDateAt } from "@/lib/platform/time/local-date";
import { findPlace } from "./internal/find-place";
import { daysAnywhere, daysAt } from "./internal/place-days";
import { canList } from "./policy";
import { rangeOf, type Stretch } from "./rules-range";
import type { BehindQuery, CountedAppointment } from "./schema-report";
import { placesOfDoctor, visitsBehind, type Behind, type PlaceDays } from "./statements/behind";
import type { Whose } from "./statements/report";
import { LEAD_BANDS, OUTCOMES } from "./status";

const position = z.strictObject({ startsAt: z.iso.datetime(), id: z.uuid() });

/**
 * Returns the appointments behind a number, the latest first: for the hospital's staff and for the doctor, as far as they see them
 * elsewhere. There is none for administrators, who see counts. Throws `not-found` for everyone else, `invalid` on `cursor`.
 */
export async function listBehind(
  actor: Actor,
  query: BehindQuery,
  page: PageQuery,
  now = new Date(),
): Promise<Page<CountedAppointment>> {
  const whose = { hospitalId: query.hospitalId, doctorId: query.doctorId };
  if (!canList(actor, whose)) throw notFound();
  const { after, take, pageBy } = startPage(page, position);
  const rows = await inSnapshot(async (tx) => {
    const place = await findPlace(tx, whose);
    if (!place) throw notFound();
    const days = rangeOf(query, localDateAt(now, place.timeZone));
    const places = await placesOf(tx, whose, place.timeZone, days);
    return places.length === 0 ? [] : visitsBehind(tx, whose, behindOf(query, places), after ?? null, take);
  });
  const { items, nextCursor } = pageBy(rows, ({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() }));
  const visits = new Map(
    (
      await listAppointmentTimes(
        actor,
        items.map(({ id }) => id),
      )
    ).map((visit) => [visit.id, visit]),
  );
  return { nextCursor, items: items.flatMap(({ id }) => toCounted(visits.get(id))) };
}

/** Returns the days by the calendar of each place, as they are counted: a doctor's at a hospital are the hospital's. */
async function placesOf(tx: Sql, { hospitalId, doctorId }: Whose, own: string, days: Stretch): Promise<PlaceDays[]> {
  if (doctorId === undefined) return [daysAt(hospitalId ?? null, own, days)];
  const around = daysAnywhere(days);
  const places = await placesOfDoctor(tx, doctorId, around.from, around.to);
  return places.map(({ hospitalId: at, timeZone }) => daysAt(at, timeZone ?? own, days));
}

function behindOf(query: BehindQuery, places: PlaceDays[]): Behind {
  const { leadFromDays } = query;
  const band = LEAD_BANDS.findIndex((fromDays) => fromDays === leadFromDays);
  return {
    ...{ places, byDoctor: query.byDoctor, hour: query.hour, isReminded: query.isReminded },
    statuses: query.outcome && OUTCOMES[query.outcome],
    lead: leadFromDays === undefined ? undefined : { fromDays: leadFromDays, toDays: LEAD_BANDS[band + 1] },
  };
}

function toCounted(visit: Awaited<ReturnType<typeof listAppointmentTimes>>[number] | undefined): CountedAppointment[] {
  if (!visit) return [];
  const { id, startsAt, status, doctorId, doctor, patientId, patient } = visit;
  const people = { doctorId, doctorName: doctor.name, patientId, patientName: patient.name };
  return [{ id, start: startsAt.toISOString(), status, ...people }];
}
