export type WallClock = { date: string; minutes: number };

/** Calendar date and minutes since midnight of an instant, as clocks in the zone show them. */
export function wallClock(instant: string | number, timeZone: string): WallClock {
  const parts = formatOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, minutes: Number(part("hour")) * 60 + Number(part("minute")) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
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

/** The instant at which clocks in the zone show this time: good enough to ask the server about, which decides. */
export function instantAt(date: string, minutes: number, timeZone: string): string {
  let guess = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  for (let round = 0; round < 2; round++) {
    const shown = wallClock(guess, timeZone);
    const off = Date.parse(`${shown.date}T00:00:00Z`) + shown.minutes * 60_000 - Date.parse(`${date}T00:00:00Z`) - minutes * 60_000;
    guess -= off;
  }
  return new Date(guess).toISOString().replace(".000Z", "Z");
}

/** Today in a zone. */
export function todayIn(timeZone: string, now: number): string {
  return wallClock(now, timeZone).date;
}

/** `YYYY-MM-DD` some days later; dates have no zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
