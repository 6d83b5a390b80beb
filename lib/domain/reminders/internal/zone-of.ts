import { zoneNamed, type Zone } from "@/lib/platform/time/zone";

/** Returns a place's zone; one that is unknown by now counts as UTC, rather than to hold up everyone's reminders. */
export function zoneOf(timeZone: string): Pick<Zone, "offsetAt" | "instantOf"> {
  return zoneNamed(timeZone) ?? { offsetAt: () => 0, instantOf: (local) => local };
}
