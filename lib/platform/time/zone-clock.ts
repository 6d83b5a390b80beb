import { zoneNamed, type Zone } from "./zone";
import { DAY_MS, MINUTE_MS } from "./iso-text";

/** Bounds of the cache: a few megabytes at most, far more than one busy instance uses. */
const MAX_ZONES = 600;
const MAX_DAYS_PER_ZONE = 4_000;

type LocalDay = {
  /** Where local 00:00 lands by the `compatible` rule. */
  readonly midnight: number;
  /** The first instant of the date; differs from `midnight` only where a gap swallows midnight midway. */
  readonly start: number;
  /** Null on a day without an offset change; otherwise the minutes found so far. */
  readonly minutes: Map<number, number> | null;
};

/**
 * Local times of one time zone as epoch milliseconds. The rules are queried twice per date and cached, because a date
 * whose midnights are 24 hours apart has one offset throughout; on other dates every minute is queried.
 */
export class ZoneClock {
  private readonly days = new Map<number, LocalDay>();

  constructor(private readonly zone: Zone) {}

  /** Returns the instant of a local time, in minutes from the midnight of `day` (1440 and more: the next date). */
  at(day: number, minutes: number): number {
    if (minutes >= 1440) return this.at(day + 1, minutes - 1440);
    const local = this.day(day);
    if (local.minutes === null || minutes === 0) return local.midnight + minutes * MINUTE_MS;
    let instant = local.minutes.get(minutes);
    if (instant === undefined) {
      instant = this.ask(day, minutes);
      local.minutes.set(minutes, instant);
    }
    return instant;
  }

  /** Returns the first instant of a local date; a skipped date starts where the next one does. */
  startOf(day: number): number {
    return this.day(day).start;
  }

  private day(day: number): LocalDay {
    const known = this.days.get(day);
    if (known) return known;
    const midnight = this.ask(day, 0);
    const length = this.ask(day + 1, 0) - midnight;
    const found: LocalDay = {
      midnight,
      start: length === DAY_MS || length === 0 ? midnight : this.zone.startOfDate(day * DAY_MS),
      minutes: length === DAY_MS ? null : new Map(),
    };
    if (this.days.size >= MAX_DAYS_PER_ZONE) this.days.clear();
    this.days.set(day, found);
    return found;
  }

  private ask(day: number, minutes: number): number {
    return this.zone.instantOf(day * DAY_MS + minutes * MINUTE_MS);
  }
}

const clocks = new Map<string, ZoneClock>();

/** Returns the clock of an IANA time zone, shared by all callers, or null when there is no such zone. */
export function zoneClock(timeZone: unknown): ZoneClock | null {
  if (typeof timeZone !== "string") return null;
  const known = clocks.get(timeZone);
  if (known) return known;
  const zone = zoneNamed(timeZone);
  if (!zone) return null;
  const clock = new ZoneClock(zone);
  if (clocks.size >= MAX_ZONES) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}
