import fc from "fast-check";
import type { HoursException, OpenSlotsInput, Weekday, WeeklyRule } from "@/lib/domain/schedules/slots";

const MINUTE = 60_000;

/** Zones and dates with clock changes, besides ordinary ones. */
const PLACES = [
  ["Europe/Berlin", "2026-03-29"],
  ["Europe/Berlin", "2026-10-25"],
  ["Europe/London", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/St_Johns", "2026-11-01"],
  ["America/Santiago", "2026-04-04"],
  ["America/Santiago", "2026-09-06"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Havana", "2026-03-08"],
  ["America/Havana", "2025-11-02"],
  ["America/Nuuk", "2026-03-28"],
  ["America/Vancouver", "2026-11-01"],
  ["Asia/Beirut", "2026-03-29"],
  ["Asia/Beirut", "2026-10-24"],
  ["Asia/Kathmandu", "2026-06-01"],
  ["Asia/Tokyo", "2026-06-01"],
  ["Africa/Cairo", "2026-04-24"],
  ["Africa/Cairo", "2026-10-29"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Africa/Casablanca", "2026-03-22"],
  ["Antarctica/Troll", "2026-03-29"],
  ["Antarctica/Troll", "2026-10-25"],
  ["Atlantic/Azores", "2026-03-29"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-30"],
  ["Pacific/Chatham", "2026-09-27"],
  ["Pacific/Kiritimati", "2026-01-01"],
] as const;

const twoDigits = (value: number) => String(value).padStart(2, "0");
/** Mostly round times, and many of the night hours in which clocks change. */
const hour = fc.oneof(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom(22, 23));
const time = fc
  .tuple(hour, fc.constantFrom(0, 0, 0, 15, 30, 45, 10, 59))
  .map(([hours, minutes]) => `${twoDigits(hours)}:${twoDigits(minutes)}`);
const interval = fc.record({ start: time, end: fc.oneof({ weight: 5, arbitrary: time }, fc.constant("24:00")) });

type Moments = { at: (minutes: number) => string; windowMinutes: number };

function rulesNear(date: fc.Arbitrary<string>): fc.Arbitrary<WeeklyRule[]> {
  const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
  const rule = fc
    .tuple(weekday, interval, fc.option(date), fc.option(date))
    .map(([weekday, hours, validFrom, validTo]) => ({ weekday, ...hours, validFrom, validTo }));
  return fc.array(rule, { maxLength: 14 });
}

function exceptionsNear(date: fc.Arbitrary<string>): fc.Arbitrary<HoursException[]> {
  const kind = fc.constantFrom("replace" as const, "add" as const);
  const opens = fc.record({ kind, date, intervals: fc.array(interval, { maxLength: 3 }) });
  const closes = fc.record({
    kind: fc.constant("block" as const),
    date,
    intervals: fc.option(fc.array(interval, { maxLength: 2 })),
  });
  return fc.array(fc.oneof(opens, closes), { maxLength: 4 });
}

function bookingsWithin({ at, windowMinutes }: Moments) {
  const booking = fc.record({
    from: fc.integer({ min: -600, max: windowMinutes + 600 }),
    length: fc.integer({ min: 1, max: 180 }),
    status: fc.constantFrom(undefined, "CONFIRMED", "HELD", "CANCELLED", "NO_SHOW"),
  });
  const instants = booking.map(({ from, length, status }) => ({ start: at(from), end: at(from + length), status }));
  return fc.array(instants, { maxLength: 12 });
}

function inputsAt(timeZone: string, { at, windowMinutes }: Moments): fc.Arbitrary<OpenSlotsInput> {
  const date = fc.integer({ min: -5, max: 8 }).map((days) => at(days * 1440).slice(0, 10));
  return fc.record({
    timeZone: fc.constant(timeZone),
    now: fc.integer({ min: -2000, max: windowMinutes }).map(at),
    rules: rulesNear(date),
    exceptions: exceptionsNear(date),
    slotMinutes: fc.constantFrom(5, 15, 20, 25, 30, 45, 60, 90),
    stepMinutes: fc.option(fc.constantFrom(10, 15, 35, 60), { nil: undefined }),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 30),
    bufferAfterMinutes: fc.constantFrom(0, 0, 10, 45),
    minNoticeMinutes: fc.constantFrom(0, 60, 1440),
    bookings: bookingsWithin({ at, windowMinutes }),
    window: fc.constant({ from: at(0), to: at(windowMinutes) }),
  });
}

/** Any hours, bookings, notice and buffers, with a window of up to six days around a clock change. */
export const slotInputs: fc.Arbitrary<OpenSlotsInput> = fc
  .tuple(
    fc.constantFrom(...PLACES),
    fc.integer({ min: -4, max: 1 }),
    fc.integer({ min: 1, max: 6 * 1440 }),
    fc.nat(86_399),
  )
  .chain(([[timeZone, date], shift, windowMinutes, second]) => {
    const begin = Date.parse(`${date}T00:00:00Z`) + shift * 1440 * MINUTE + second * 1000;
    const at = (minutes: number) => new Date(begin + minutes * MINUTE).toISOString();
    return inputsAt(timeZone, { at, windowMinutes });
  });
