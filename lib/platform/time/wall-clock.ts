import { offsetOf, type Clock } from "./clock";
import { DAY_MS, instantText, MINUTE_MS, parseLocalDate } from "./iso-text";
import { dateText } from "./local-date";

export type WallClock = { date: string; minutes: number };

/** Calendar date and minutes since midnight of an instant, by the clock. */
export function wallClock(instant: string | number, clock: Clock): WallClock {
  const at = new Date(instant).getTime();
  const minutes = Math.floor(at / MINUTE_MS) + offsetOf(at, clock);
  const day = Math.floor(minutes / 1440);
  return { date: dateText(day), minutes: minutes - day * 1440 };
}

/** `HH:mm` of minutes since midnight; 1440 is "24:00". */
export function clockOf(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Minutes since midnight of `HH:mm`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** The instant at which the clock shows this time; the server has the last word. */
export function instantAt(date: string, minutes: number, clock: Clock): string {
  const local = parseLocalDate(date) * DAY_MS + minutes * MINUTE_MS;
  let guess = local;
  for (let round = 0; round < 2; round++) guess = local - offsetOf(guess, clock) * MINUTE_MS;
  return instantText(guess);
}

/** Today by a clock. */
export function todayIn(clock: Clock, now: number): string {
  return wallClock(now, clock).date;
}
