import { AppError } from "@/lib/platform/errors/app-error";
import type { Hours, HoursException, LocalInterval, WeeklyRule } from "./input";
import { parseLocalDate, parseLocalTime } from "@/lib/platform/time/iso-text";
import { zoneClock, type ZoneClock } from "@/lib/platform/time/zone-clock";

/** Minutes from the midnight of the date it starts on (an end past 1440 is on the next date), and its validity. */
export type DayInterval = {
  readonly start: number;
  readonly end: number;
  readonly fromDay: number;
  readonly toDay: number;
};

/** How one date differs; `replace` is null where the weekly hours apply. */
type SpecialDay = {
  replace: DayInterval[] | null;
  add: DayInterval[];
  block: DayInterval[];
  isClosed: boolean;
};

/** Validated hours, ready for arithmetic; days are counted from 1970-01-01. */
export type CompiledHours = {
  readonly clock: ZoneClock;
  /** Index 0 is Monday. */
  readonly weekly: readonly (readonly DayInterval[])[];
  readonly special: ReadonlyMap<number, SpecialDay>;
};

/** The error for one invalid field; `path` is dotted, such as `rules.0.start`. */
export function invalidField(path: string, message: string): AppError {
  return new AppError("invalid", `${path}: ${message}`, { fields: [{ path, message }] });
}

/** Refuses anything but objects, so that nothing worse than `invalid` is thrown. */
export function requireObject(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null) throw invalidField(path, "This must be an object.");
}

/**
 * Validates the hours and converts them into minutes and day numbers. Throws `invalid` naming the first invalid field.
 * An interval whose start equals its end is valid here: the input schema refuses it, the engine returns nothing for it.
 */
export function compileHours(hours: Hours): CompiledHours {
  const clock = zoneClock(hours.timeZone);
  if (!clock) throw invalidField("timeZone", "This isn't an IANA time zone.");
  if (!Array.isArray(hours.rules)) throw invalidField("rules", "This must be a list.");
  if (!Array.isArray(hours.exceptions)) throw invalidField("exceptions", "This must be a list.");
  const weekly: DayInterval[][] = [[], [], [], [], [], [], []];
  hours.rules.forEach((rule: WeeklyRule, index) => addRule(weekly, rule, `rules.${index}`));
  const special = new Map<number, SpecialDay>();
  hours.exceptions.forEach((exception: HoursException, index) =>
    addException(special, exception, `exceptions.${index}`),
  );
  return { clock, weekly, special };
}

function addRule(weekly: DayInterval[][], rule: WeeklyRule, path: string): void {
  requireObject(rule, path);
  const ofWeekday = Number.isInteger(rule.weekday) ? weekly[rule.weekday - 1] : undefined;
  if (!ofWeekday) throw invalidField(`${path}.weekday`, "This must be a whole number from 1 (Monday) to 7.");
  const fromDay = rule.validFrom == null ? -Infinity : dayOf(rule.validFrom, `${path}.validFrom`);
  const toDay = rule.validTo == null ? Infinity : dayOf(rule.validTo, `${path}.validTo`);
  addInterval(ofWeekday, rule, path, fromDay, toDay);
}

function addException(special: Map<number, SpecialDay>, exception: HoursException, path: string): void {
  requireObject(exception, path);
  const { kind, intervals } = exception;
  if (kind !== "replace" && kind !== "add" && kind !== "block") {
    throw invalidField(`${path}.kind`, "This must be replace, add or block.");
  }
  const day = dayOf(exception.date, `${path}.date`);
  if (!Array.isArray(intervals) && !(kind === "block" && intervals === null)) {
    throw invalidField(`${path}.intervals`, "This must be a list of intervals.");
  }
  let entry = special.get(day);
  if (!entry) special.set(day, (entry = { replace: null, add: [], block: [], isClosed: false }));
  if (intervals === null) {
    entry.isClosed = true;
    return;
  }
  if (kind === "replace") entry.replace ??= [];
  const target = entry[kind] ?? [];
  intervals.forEach((interval, index) =>
    addInterval(target, interval, `${path}.intervals.${index}`, -Infinity, Infinity),
  );
}

function addInterval(
  target: DayInterval[],
  interval: LocalInterval,
  path: string,
  fromDay: number,
  toDay: number,
): void {
  requireObject(interval, path);
  const start = parseLocalTime(interval.start);
  if (!(start < 1440)) throw invalidField(`${path}.start`, "This must be a time from 00:00 to 23:59.");
  const end = parseLocalTime(interval.end);
  if (Number.isNaN(end)) throw invalidField(`${path}.end`, "This must be a time from 00:00 to 24:00.");
  if (start !== end) target.push({ start, end: end > start ? end : end + 1440, fromDay, toDay });
}

function dayOf(date: unknown, path: string): number {
  const day = parseLocalDate(date);
  if (Number.isNaN(day)) throw invalidField(path, "This must be a date that exists, as YYYY-MM-DD.");
  return day;
}
