import type { Actor } from "@/lib/actor/actor";
import { inSnapshot } from "@/lib/platform/db/snapshot";
import { notFound } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { findPlace } from "./internal/find-place";
import { bedNumbers, callNumbers } from "./internal/operations-numbers";
import { departmentsOf, visitNumbers } from "./internal/visit-numbers";
import { canCount } from "./policy";
import { rangeOf, stretchBefore, stretchesOf, unitOf } from "./rules-range";
import type { Report, ReportQuery } from "./schema-report";
import { doctorSums, placeSums, visitSums } from "./statements/report";

/** More than a page can show; a file has more. */
const SHOWN = 100;
/** More than any hospital has. */
const MOST = 5_000;

/**
 * Returns the numbers of a stretch of days and of the stretch before, from the sums of days: a hospital's for its staff, a doctor's
 * for the doctor, everyone's for administrators. Changes are in them within seconds. `shown`: of doctors and of places.
 * Throws `not-found` for everyone else.
 */
export async function loadReport(actor: Actor, query: ReportQuery, shown = SHOWN, now = new Date()): Promise<Report> {
  const { hospitalId, doctorId } = query;
  const whose = { hospitalId, doctorId };
  if (!canCount(actor, whose)) throw notFound();
  return inSnapshot(async (tx) => {
    const place = await findPlace(tx, whose);
    if (!place) throw notFound();
    const today = localDateAt(now, place.timeZone);
    const stretch = rangeOf(query, today);
    const range = { ...stretch, before: stretchBefore(stretch).from };
    const unit = unitOf(stretch);
    const parts = { now, today, timeZone: place.timeZone, range, stretches: stretchesOf(stretch, unit) };
    const starts = parts.stretches.map(({ from }) => from);
    const doctors = hospitalId === undefined ? [] : await doctorSums(tx, hospitalId, range, MOST);
    const operations = doctorId === undefined ? { ...parts, hospitalId: hospitalId ?? null } : null;
    return {
      ...stretch,
      before: stretchBefore(stretch),
      asOf: now.toISOString(),
      today,
      unit,
      visits: visitNumbers(await visitSums(tx, whose, range, starts), parts.stretches),
      doctors: doctors.slice(0, shown),
      departments: departmentsOf(doctors),
      places: hospitalId === undefined ? await placeSums(tx, doctorId ?? null, range, shown) : [],
      beds: operations && (await bedNumbers(tx, operations)),
      calls: operations && (await callNumbers(tx, operations)),
    };
  });
}
