import { zoneNamed } from "@/lib/platform/time/zone";

const time = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;

/** Made once: making one is what costs. Clock time is formatted as if it were UTC. */
const FORMATS = {
  long: new Intl.DateTimeFormat("en-GB", {
    ...time,
    ...{ weekday: "long", month: "long", year: "numeric", timeZone: "UTC" },
  }),
  short: new Intl.DateTimeFormat("en-GB", { ...time, timeZone: "UTC" }),
};

/** Says when something is by the clock of its place: "Tuesday 1 December 2026 at 09:00 (Berlin time)". */
export function whenText(at: Date, timeZone: string, length: "long" | "short"): string {
  const offset = zoneNamed(timeZone)?.offsetAt(at.getTime()) ?? 0;
  const parts = FORMATS[length].formatToParts(at.getTime() + offset);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? "";
  const date = [part("weekday"), part("day"), part("month"), part("year")].filter(Boolean).join(" ");
  return `${date} at ${part("hour")}:${part("minute")} (${zoneText(timeZone)} time)`;
}

function zoneText(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replace(/_/g, " ");
}
