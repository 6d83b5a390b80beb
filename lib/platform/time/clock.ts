import { DAY_MS, MINUTE_MS } from "./iso-text";
import { zoneNamed } from "./zone";

/**
 * One zone's clock as sent with a page: the offsets in force around now, computed by the server from its rules, so that
 * a browser can format a place's times without rules of its own. Times are in minutes: since 1970, and east of UTC.
 * `changes` is ascending; what lies before its first entry or after `until` was not sent.
 */
export type Clock = { zone: string; changes: readonly (readonly [since: number, offset: number])[]; until: number };

const YEAR_MS = 365 * DAY_MS;
/** Sent with a page: every browser knows older rules, and later ones are not decided yet. */
const YEARS_SENT = 3;

/** Returns the clock to send with a page rendered at `now`; only on the server, which has the rules. */
export function clockToSend(zone: string, now: number): Clock {
  const [from, until] = [now - YEARS_SENT * YEAR_MS, now + YEARS_SENT * YEAR_MS];
  const changes = zoneNamed(zone)?.changesBetween(from, until) ?? [];
  return {
    zone,
    changes: changes.map(({ at, offset }) => [Math.floor(at / MINUTE_MS), Math.round(offset / MINUTE_MS)]),
    until: Math.floor(until / MINUTE_MS),
  };
}

const bare = new Map<string, Clock>();

/** Returns a clock for which nothing was sent: the server uses its rules, a browser the device's zones. */
export function clockNamed(zone: string): Clock {
  let clock = bare.get(zone);
  if (!clock) bare.set(zone, (clock = { zone, changes: [], until: -Infinity }));
  return clock;
}

/** Returns the minutes east of UTC at an instant. */
export function offsetOf(instant: number, { zone, changes, until }: Clock): number {
  const minute = instant / MINUTE_MS;
  if (minute < until) {
    const known = changes.findLast(([since]) => since <= minute);
    if (known) return known[1];
  }
  const rules = zoneNamed(zone);
  return rules ? Math.round(rules.offsetAt(instant) / MINUTE_MS) : deviceOffset(instant, zone);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Returns the minutes east of UTC by the device's own zones, in a browser or Node.js; 0 for an unknown zone. */
export function deviceOffset(instant: number, zone: string): number {
  const format = deviceFormat(zone);
  if (!format) return 0;
  const parts = format.formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return Math.round((local - Math.floor(instant / 1000) * 1000) / MINUTE_MS);
}

function deviceFormat(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    const number = "numeric" as const;
    format = new Intl.DateTimeFormat("en-u-ca-iso8601", {
      ...{
        timeZone: zone,
        hourCycle: "h23",
        year: number,
        month: number,
        day: number,
        hour: number,
        minute: number,
        second: number,
      },
    });
  } catch {
    // An unknown zone is shown in UTC rather than not at all.
  }
  formats.set(zone, format);
  return format;
}
