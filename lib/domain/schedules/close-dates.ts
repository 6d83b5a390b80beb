import type { EventDraft } from "@/lib/actor/record";
import type { NewsDraft } from "@/lib/domain/contacts/events";
import type { Db, Tx } from "@/lib/platform/db/db";
import { AppError } from "@/lib/platform/errors/app-error";
import { scheduleChanged } from "./events";
import { scheduleSelect, type ScheduleRow } from "./queries";
import { listVisitsOutside, markVisits } from "./rebook-visits";
import { writeExceptions } from "./statements";
import { storedHoursSchema, type HoursExceptionInput } from "./schema";

const MAX_HOSPITAL_HOURS = 2_000;
/** How many hours one statement changes: each with up to a year of exceptions. */
const WRITTEN = 200;

/** A date that is closed at one place; null `intervals`: all of it. */
export type ClosedDate = { scheduleId: string; date: string; intervals: { start: string; end: string }[] | null };

/** Hours with their exceptions read. */
export type OpenHours = ScheduleRow & { exceptions: HoursExceptionInput[] };

/** Returns a doctor's open hours, at one hospital or at every place; to be read under the doctor's lock. */
export async function listOpenHours(tx: Tx, doctorId: string, hospitalId: string | null): Promise<OpenHours[]> {
  const rows = await tx.schedule.findMany({
    where: { doctorId, closedAt: null, ...(hospitalId === null ? {} : { hospitalId }) },
    orderBy: { id: "asc" },
    take: 100,
    select: scheduleSelect,
  });
  return rows.map((row) => ({ ...row, ...hoursOf(row) }));
}

/**
 * Returns the hours of all doctors at a hospital, or in one of its departments; those too that are closed for now, as of a
 * doctor who is suspended there.
 */
export async function listHospitalHours(
  client: Db,
  { hospitalId, departmentId }: { hospitalId: string; departmentId: string | null },
): Promise<(OpenHours & { createdAt: Date })[]> {
  const inDepartment = { affiliations: { some: { hospitalId, departmentId, status: { not: "ENDED" as const } } } };
  const rows = await client.schedule.findMany({
    where: { hospitalId, ...(departmentId === null ? {} : { doctor: inDepartment }) },
    orderBy: { id: "asc" },
    take: MAX_HOSPITAL_HOURS,
    select: { ...scheduleSelect, createdAt: true },
  });
  return rows.map((row) => ({ ...row, ...hoursOf(row) }));
}

/**
 * Closes these dates of the hours. Requires the doctor's lock, so that no one books meanwhile; visits in the way stay as
 * they are. Throws `invalid` when there are too many exceptions.
 */
export async function closeDates(tx: Tx, hours: OpenHours[], dates: ClosedDate[]): Promise<EventDraft[]> {
  const bySchedule = new Map<string, ClosedDate[]>();
  for (const date of dates) {
    const before = bySchedule.get(date.scheduleId);
    if (before) before.push(date);
    else bySchedule.set(date.scheduleId, [date]);
  }
  const closing = hours.filter(({ id }) => bySchedule.has(id));
  const changed = closing.map((one) => {
    const { rules, exceptions } = hoursOf(one);
    const blocks = bySchedule.get(one.id)!.map(asBlock);
    const read = storedHoursSchema.safeParse({ rules, exceptions: [...exceptions, ...blocks] });
    if (!read.success) throw new AppError("invalid", "There are too many exceptions. Remove some past ones first.");
    return { id: one.id, exceptions: read.data.exceptions };
  });
  for (let from = 0; from < changed.length; from += WRITTEN)
    await writeExceptions(tx, changed.slice(from, from + WRITTEN));
  return closing.map(scheduleChanged);
}

/**
 * Opens the dates again that `closeDates` has closed, unless they are open already. Visits that were to be
 * rebooked and fit the hours again no longer need it, and none is asked for another time. Requires the doctor's lock.
 */
export async function reopenDates(tx: Tx, dates: ClosedDate[], now: Date): Promise<(EventDraft | NewsDraft)[]> {
  const ids = [...new Set(dates.map(({ scheduleId }) => scheduleId))];
  const rows = await tx.schedule.findMany({ where: { id: { in: ids } }, select: scheduleSelect });
  const events: (EventDraft | NewsDraft)[] = [];
  for (const row of rows) {
    const gone = new Set(dates.filter(({ scheduleId }) => scheduleId === row.id).map(keyOf));
    const { rules, exceptions } = hoursOf(row);
    const left = exceptions.filter((one) => one.kind !== "block" || !gone.has(keyOf(one)));
    if (left.length === exceptions.length) continue;
    await writeExceptions(tx, [{ id: row.id, exceptions: left }]);
    const outside = await listVisitsOutside(tx, row.id, { timeZone: row.timeZone, rules, exceptions: left }, now);
    const stillMarked = outside.filter(({ needsRebooking }) => needsRebooking);
    events.push(scheduleChanged(row), ...(await markVisits(tx, row.id, stillMarked, now)));
  }
  return events;
}

/** Whether the hours are closed at this date by exactly such a block. */
export function isClosedAt({ exceptions }: OpenHours, date: ClosedDate): boolean {
  return exceptions.some((one) => one.kind === "block" && keyOf(one) === keyOf(date));
}

/** Two blocks are the same when they close the same times of the same date. */
export function keyOf({ date, intervals }: Omit<ClosedDate, "scheduleId">): string {
  return [date, ...(intervals ?? []).map(({ start, end }) => `${start}-${end}`)].join(" ");
}

function asBlock({ date, intervals }: ClosedDate) {
  return { kind: "block", date, intervals } as const;
}

function hoursOf({ rules, exceptions }: Pick<ScheduleRow, "rules" | "exceptions">) {
  return storedHoursSchema.parse({ rules, exceptions });
}
