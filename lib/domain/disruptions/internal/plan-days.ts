import { isClosedAt, type ClosedDate, type OpenHours } from "@/lib/domain/schedules/close-dates";
import { listComingVisitsIn, type ComingVisit } from "@/lib/domain/schedules/queries";
import type { Tx } from "@/lib/platform/db/db";
import { datesOf, isWithin, spansOf, type Absence } from "../rules";
import type { claimedDates } from "./claimed-dates";
import { invalid } from "./prepare-disruption";

/** What closing these days means: the dates at each place, and the affected visits. */
export type DaysPlan = { hours: OpenHours[]; dates: ClosedDate[]; visits: ComingVisit[]; endsAt: Date };

/** Finds what absences close, by each place's own clock. Throws `invalid` when all of it is over. */
export async function planDays(tx: Tx, hours: OpenHours[], absences: Absence[], now: Date): Promise<DaysPlan> {
  const zones = [...new Set(hours.map(({ timeZone }) => timeZone))];
  const spans = new Map(zones.map((zone) => [zone, absences.flatMap((absence) => spansOf(absence, zone))]));
  const endsAt = latest([...spans.values()].flat(), now);
  if (hours.length > 0 && endsAt <= now) throw overAlready();
  const closed = new Map(hours.map(({ id, timeZone }) => [id, spans.get(timeZone) ?? []]));
  const coming = await listComingVisitsIn(tx, [...closed.keys()], now, endsAt);
  return {
    hours,
    dates: hours.flatMap(({ id }) => absences.flatMap((absence) => datesOf(absence, id))),
    visits: coming
      .filter(
        ({ scheduleId, ...visit }) => !visit.needsRebooking && isWithin(visit, closed.get(scheduleId ?? "") ?? []),
      )
      .map(({ scheduleId: _, ...visit }) => visit),
    endsAt,
  };
}

/** Returns when the last of these times is over, or `since` where none is later. */
export function latest(spans: { end: string }[], since: Date): Date {
  return new Date(Math.max(since.getTime(), ...spans.map(({ end }) => Date.parse(end))));
}

export function overAlready() {
  return invalid("to", "Choose days that aren't over yet.");
}

/**
 * Returns what is to be closed. A date that the doctor has closed before stays closed afterwards; one that another
 * disruption has closed is shared.
 */
export function blocksIn({ hours, dates }: DaysPlan, claimed: Awaited<ReturnType<typeof claimedDates>>): ClosedDate[] {
  const places = new Map(hours.map((place) => [place.id, place]));
  return dates.filter((date) => {
    const place = places.get(date.scheduleId);
    return !place || !isClosedAt(place, date) || claimed.has(date);
  });
}
