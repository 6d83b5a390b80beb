import type { Sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { zoneNamed } from "@/lib/platform/time/zone";
import { noVisits, partsOfDay, plus, type PartOfDay } from "../rules/days";
import { offersOfDays, putInVisits, takeOutVisits, visitsOfDays, type PlaceDay } from "../statements/recount";

export type ZonedDay = PlaceDay & { timeZone: string };

/** Counts doctors' days from their appointments, offers and hours, in place of what was counted before. */
export async function recountVisits(tx: Sql, days: readonly ZonedDay[]): Promise<void> {
  const visits = days.map((): RowOf<typeof visitsOfDays>[] => []);
  for (const visit of await visitsOfDays(tx, days)) visits[visit.n - 1]?.push(visit);
  const offers = new Map((await offersOfDays(tx, days)).map((row) => [row.n, row]));
  const rows = days.flatMap(({ doctorId, hospitalId, day, timeZone }, index) => {
    const zone = zoneNamed(timeZone);
    const parts = partsOfDay(visits[index] ?? [], (at) => zone?.offsetAt(at.getTime()) ?? 0);
    return withOffers(parts, offers.get(index + 1)).map((part) => ({ doctorId, hospitalId, day, ...part }));
  });
  await takeOutVisits(tx, days);
  if (rows.length > 0) await putInVisits(tx, JSON.stringify(rows));
}

function withOffers(parts: PartOfDay[], row: RowOf<typeof offersOfDays> | undefined): PartOfDay[] {
  if (!row) return parts;
  const { n: _, ...counts } = row;
  const offered = { ...noVisits(), ...counts, filledMinutes: Math.round(counts.filledMinutes) };
  const all = parts.find(({ part }) => part === "ALL");
  const others = parts.filter(({ part }) => part !== "ALL");
  return [...others, { part: "ALL", key: 0, ...plus(offered, all ?? noVisits()) }];
}
