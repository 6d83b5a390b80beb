import { isStaffOf, type Actor } from "@/lib/actor/actor";
import { listCalendars, listPublicHolidays } from "@/lib/platform/calendar/public-holidays";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { dateText } from "./rules";
import type { Holidays } from "./schema-closures";

type Wanted = { hospitalId: string; calendar?: string | undefined; year?: number | undefined };

/**
 * Returns a year's public holidays where a hospital is, and on which of them it is closed, for its staff. Throws
 * `not-found` for everyone else.
 */
export async function getHolidays(
  actor: Actor,
  { hospitalId, ...wanted }: Wanted,
  now: Date = new Date(),
): Promise<Holidays> {
  if (!isStaffOf(actor, hospitalId)) throw notFound();
  const { country, timeZone } = await db.hospital.findUniqueOrThrow({
    where: { id: hospitalId },
    select: { country: true, timeZone: true },
  });
  const closings = await db.disruption.findMany({
    where: { hospitalId, kind: "HOLIDAY", status: { not: "UNDONE" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { label: true, closedOn: true, endedAt: true },
  });
  const calendar = wanted.calendar ?? closings[0]?.label ?? country;
  const year = wanted.year ?? Number(localDateAt(now, timeZone).slice(0, 4));
  // What was ended before its time is open again from that day on.
  const closed = new Set(
    closings.flatMap(({ closedOn, endedAt }) => {
      const reopenedOn = endedAt && localDateAt(endedAt, timeZone);
      return closedOn.map(dateText).filter((date) => reopenedOn === null || date < reopenedOn);
    }),
  );
  const days = calendar ? await listPublicHolidays(calendar, year) : [];
  return {
    calendar,
    year,
    holidays: days.map((day) => ({ ...day, isClosed: closed.has(day.date) })),
    calendars: calendar ? await listCalendars(calendar.slice(0, 2)) : [],
  };
}
