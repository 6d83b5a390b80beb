import type { Actor } from "@/lib/actor/actor";
import { closeDates, type OpenHours } from "@/lib/domain/schedules/close-dates";
import { appointmentNeedsRebooking, availabilityChanged } from "@/lib/domain/schedules/events";
import { db, type Tx } from "@/lib/platform/db/db";
import { listPublicHolidays } from "@/lib/platform/calendar/public-holidays";
import { notFound } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { claimedDates } from "./internal/claimed-dates";
import { underHospitalLocks, type Closed } from "./internal/closed-hours";
import { blocksIn, latest, overAlready, planDays, type DaysPlan } from "./internal/plan-days";
import { invalid, prepare, previewVisits } from "./internal/prepare-disruption";
import type { AffectedVisit } from "./output";
import { canAnnounce } from "./policy";
import { getDisruption, type Disruption } from "./queries";
import { datesBetween, spansOf } from "./rules";
import type { ClosureInput, HolidaysInput } from "./schema-closures";
import { HOLIDAY_YEARS_AHEAD } from "./status";

/** What is closed, on which local dates, and by which name. */
type Closing = Closed & { kind: "HOLIDAY" | "CLOSED"; label: string; timeZone: string; dates: string[] };

/**
 * Closes the hours of all doctors of a department, as an absence does. Throws `not-found`, `invalid` (it is over).
 */
export async function announceClosure(actor: Actor, input: ClosureInput, now: Date = new Date()): Promise<Disruption> {
  return announce(actor, await closureOf(actor, input), now);
}

/** Returns which patients would be told that a department is closed, and how; changes nothing. Throws the same errors. */
export async function previewClosure(actor: Actor, input: ClosureInput, now: Date = new Date()) {
  return preview(actor, await closureOf(actor, input), now);
}

/**
 * Closes the hours of all doctors of a hospital on public holidays; hours that are opened later are closed then, too.
 * For the hospital's managers. Throws `not-found`, `invalid` (a date that is no holiday, over, or too far ahead).
 */
export async function announceHolidays(
  actor: Actor,
  input: HolidaysInput,
  now: Date = new Date(),
): Promise<Disruption> {
  return announce(actor, await holidaysOf(actor, input, now), now);
}

/** Returns which patients would be told that the hospital closes on these holidays, and how. Throws the same errors. */
export async function previewHolidays(actor: Actor, input: HolidaysInput, now: Date = new Date()) {
  return preview(actor, await holidaysOf(actor, input, now), now);
}

async function announce(actor: Actor, closing: Closing, now: Date): Promise<Disruption> {
  const { kind, hospitalId, departmentId, label, dates } = closing;
  const id = await underHospitalLocks(actor, closing, async (tx, hours) => {
    const { plan, endsAt } = await planIn(tx, hours, closing, now);
    const blocks = blocksIn(plan, await claimedDates(tx, [...hours, { doctorId: null, hospitalId }]));
    const closedOn = dates.map((date) => new Date(date));
    const range = { firstOn: closedOn[0]!, lastOn: closedOn.at(-1)! };
    const events = [...(await closeDates(tx, hours, blocks)), ...doctorsOf(hours).map(availabilityChanged)];
    // Not the transaction's own time, which is before it got the locks: `laterBlocks` compares with it.
    const columns = { kind, departmentId, label, closedOn, ...range, blocks, endsAt, createdAt: new Date() };
    return prepare(tx, actor, { doctorId: null, hospitalId }, { ...plan, columns }, now, events);
  });
  return getDisruption(actor, id);
}

function preview(actor: Actor, closing: Closing, now: Date): Promise<AffectedVisit[]> {
  return underHospitalLocks(actor, closing, async (tx, hours) => {
    const { plan } = await planIn(tx, hours, closing, now);
    return previewVisits(tx, plan.visits, appointmentNeedsRebooking);
  });
}

async function planIn(tx: Tx, hours: OpenHours[], { dates, timeZone }: Closing, now: Date) {
  const absences = dates.map((date) => ({ from: date, to: date, interval: null }));
  const plan: DaysPlan = await planDays(tx, hours, absences, now);
  // Also where no one has hours yet.
  const spans = absences.flatMap((absence) => spansOf(absence, timeZone));
  const endsAt = latest(spans, plan.endsAt);
  if (endsAt <= now) throw overAlready();
  return { plan, endsAt };
}

function doctorsOf(hours: OpenHours[]): string[] {
  return [...new Set(hours.map(({ doctorId }) => doctorId))];
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

async function closureOf(actor: Actor, { hospitalId, departmentId, from, to }: ClosureInput): Promise<Closing> {
  if (!canAnnounce(actor, { kind: "CLOSED", doctorId: null, hospitalId })) throw notFound();
  const department = await db.department.findFirst({
    where: { id: departmentId, hospitalId },
    select: { name: true, hospital: { select: { timeZone: true } } },
  });
  if (!department) throw notFound();
  const { timeZone } = department.hospital;
  return {
    kind: "CLOSED",
    hospitalId,
    departmentId,
    label: department.name,
    timeZone,
    dates: datesBetween({ from, to }),
  };
}

async function holidaysOf(actor: Actor, { hospitalId, calendar, dates }: HolidaysInput, now: Date): Promise<Closing> {
  if (!canAnnounce(actor, { kind: "HOLIDAY", doctorId: null, hospitalId })) throw notFound();
  const { timeZone } = await db.hospital.findUniqueOrThrow({ where: { id: hospitalId }, select: { timeZone: true } });
  const lastYear = Number(localDateAt(now, timeZone).slice(0, 4)) + HOLIDAY_YEARS_AHEAD;
  const late = dates.findIndex((date) => yearOf(date) > lastYear);
  if (late !== -1) throw invalid(`dates.${late}`, `Choose holidays up to the end of ${lastYear}.`);
  const wanted = [...new Set(dates)].sort();
  const known = new Set<string>();
  for (const year of new Set(wanted.map(yearOf))) {
    const found = await listPublicHolidays(calendar, year);
    for (const { date } of found) known.add(date);
  }
  if (known.size === 0) throw invalid("calendar", "We don't know the public holidays of this country or region.");
  const other = dates.findIndex((date) => !known.has(date));
  if (other !== -1) throw invalid(`dates.${other}`, "This isn't a public holiday.");
  return { kind: "HOLIDAY", hospitalId, departmentId: null, label: calendar, timeZone, dates: wanted };
}
