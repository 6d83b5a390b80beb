import { shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { zoneNamed } from "@/lib/platform/time/zone";
import type { Stretch } from "../rules-range";
import type { PlaceDays } from "../statements/behind";

/** Returns a stretch of days at a place, by its calendar. */
export function daysAt(hospitalId: string | null, timeZone: string, days: Stretch): PlaceDays {
  const [from, to] = [startOfLocalDate(days.from, timeZone), startOfLocalDate(shiftDate(days.to, 1), timeZone)];
  const clock = zoneNamed(timeZone)?.changesBetween(from.getTime(), to.getTime()) ?? [
    { at: from.getTime(), offset: 0 },
  ];
  return { hospitalId, from, to, clock };
}

/** Returns instants that include these days wherever they are: nowhere does one begin or end more than a day before or after. */
export function daysAnywhere(days: Stretch): { from: Date; to: Date } {
  return daysAt(null, "UTC", { from: shiftDate(days.from, -1), to: shiftDate(days.to, 1) });
}
