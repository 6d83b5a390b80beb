import { offsetOf, type Clock } from "@/lib/platform/time/clock";

export type WallClock = { date: string; minutes: number };

/** Calendar date and minutes since midnight of an instant, as the clock shows them. */
export function wallClock(instant: string | number, clock: Clock): WallClock {
  const at = new Date(instant).getTime();
  const minutes = Math.floor(at / 60_000) + offsetOf(at, clock);
  const day = Math.floor(minutes / 1440);
  return { date: new Date(day * 86_400_000).toISOString().slice(0, 10), minutes: minutes - day * 1440 };
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

/** The instant at which the clock shows this time: good enough to ask the server about, which decides. */
export function instantAt(date: string, minutes: number, clock: Clock): string {
  const local = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  let guess = local;
  for (let round = 0; round < 2; round++) guess = local - offsetOf(guess, clock) * 60_000;
  return new Date(guess).toISOString().replace(".000Z", "Z");
}

/** Today by a clock. */
export function todayIn(clock: Clock, now: number): string {
  return wallClock(now, clock).date;
}

/** `YYYY-MM-DD` some days later; dates have no zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
