/** Text to numbers and back, by hand, because the engine does this thousands of times for one calendar page. */

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const ZERO = 48;
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_LENGTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const INSTANT =
  /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)$/;

/** The number in two digits at `at`, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NaN;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01 of the `YYYY-MM-DD` a text begins with, or NaN when there is no such date. */
function dayAtStartOf(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || !(year >= 1)) return NaN;
  const leap = isLeap(year);
  const length = month === 2 && leap ? 29 : MONTH_LENGTH[month];
  if (!length || !(date >= 1 && date <= length)) return NaN;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const dayOfYear = (DAYS_BEFORE_MONTH[month] ?? 0) + (leap && month > 2 ? 1 : 0) + date;
  return before * 365 + leaps + dayOfYear - 719_163;
}

/** Days since 1970-01-01 of a local date `YYYY-MM-DD`, or NaN when it is none (as 2026-02-30). */
export function parseLocalDate(text: unknown): number {
  return typeof text === "string" && text.length === 10 ? dayAtStartOf(text) : NaN;
}

/** Minutes since midnight of a local time `HH:mm` from `00:00` to `24:00`, or NaN. */
export function parseLocalTime(text: unknown): number {
  if (typeof text !== "string" || text.length !== 5 || text.charCodeAt(2) !== 58) return NaN;
  const hours = twoDigits(text, 0);
  const minutes = twoDigits(text, 3);
  return (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0) ? hours * 60 + minutes : NaN;
}

/** Epoch milliseconds of an ISO 8601 instant (`Z` or an offset is required; finer digits are cut off), or NaN. */
export function parseInstant(text: unknown): number {
  if (typeof text !== "string") return NaN;
  const length = text.length;
  const hasMillis = length === 24 && text.charCodeAt(19) === 46;
  const isPlain = (length === 20 || hasMillis) && text.charCodeAt(length - 1) === 90 && text.charCodeAt(10) === 84;
  if (!isPlain || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return parseAnyInstant(text);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return NaN;
  const millis = hasMillis ? twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10) : 0;
  return dayAtStartOf(text) * DAY_MS + (hours * 60 + minutes) * MINUTE_MS + seconds * 1000 + millis;
}

function parseAnyInstant(text: string): number {
  const match = INSTANT.exec(text);
  if (!match) return NaN;
  const [, date = "", hours, minutes, seconds = "0", fraction = "", , sign, offsetHours = "0", offsetMinutes = "0"] =
    match;
  if (!(Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60)) return NaN;
  if (!(Number(offsetHours) < 24 && Number(offsetMinutes) < 60)) return NaN;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === "-" ? -1 : 1);
  return (
    dayAtStartOf(date) * DAY_MS +
    (Number(hours) * 60 + Number(minutes) - offset) * MINUTE_MS +
    Number(seconds) * 1000 +
    Number(fraction.slice(0, 3).padEnd(3, "0"))
  );
}

const CLOCK = Array.from({ length: 1440 }, (_, minute) => {
  const hours = String(Math.floor(minute / 60)).padStart(2, "0");
  return `T${hours}:${String(minute % 60).padStart(2, "0")}:00Z`;
});

/** `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only when there are some. */
export function instantText(at: Date | number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/**
 * A writer of epoch milliseconds as `YYYY-MM-DDTHH:mm:ssZ`. It remembers the date it wrote last: slots come in
 * order, so nearly every instant costs one concatenation.
 */
export function instantWriter(): (ms: number) => string {
  let day = NaN;
  let date = "";
  return (ms) => {
    const instantDay = Math.floor(ms / DAY_MS);
    if (instantDay !== day) {
      day = instantDay;
      date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    }
    const clock = CLOCK[(ms - day * DAY_MS) / MINUTE_MS];
    return clock === undefined ? `${new Date(ms).toISOString().slice(0, 19)}Z` : date + clock;
  };
}
