import type { Metadata } from "next";
import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { CalendarChoice } from "@/components/disruptions/calendar-choice";
import { HolidayList } from "@/components/disruptions/holiday-list";
import { HolidaysButton } from "@/components/disruptions/holidays-button";
import { NoHolidays } from "@/components/disruptions/no-holidays";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { getHolidays } from "@/lib/domain/disruptions/get-holidays";
import { calendarCode, holidayYear, type Holidays } from "@/lib/domain/disruptions/schema-closures";
import { counted } from "@/lib/platform/text/counted";
import { localDateAt } from "@/lib/platform/time/local-date";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Public holidays" };

const wanted = z.object({ calendar: calendarCode.optional(), year: holidayYear.optional() });

export default async function HolidaysPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.holidays());
  const read = readSearch(wanted, await searchParams);
  const today = localDateAt(new Date(), hospital.timeZone);
  const shown = await getHolidays(actor, { hospitalId: hospital.id, ...read.filter });
  const { calendar, year, holidays, calendars } = shown;
  const open = holidays.filter(({ date, isClosed }) => !isClosed && date >= today);
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.absences(), label: "Absences" }}
        title={titleOf(shown)}
        text="You'll see who has an appointment then before anything changes."
        actions={
          isManager && calendar ? (
            // A new choice of days for another year or region.
            <HolidaysButton key={`${calendar} ${year}`} hospitalId={hospital.id} calendar={calendar} holidays={open} />
          ) : null
        }
      />
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 [&_nav]:mb-0">
        <FilterLinks label="Year" links={yearLinks(Number(today.slice(0, 4)), shown)} />
        {calendar && calendars.length > 1 ? <CalendarChoice {...{ calendars, calendar, year }} /> : null}
      </div>
      <LeftOutNote read={read} />
      {holidays.length === 0 ? (
        <NoHolidays asked={read.filter.calendar} year={year} />
      ) : (
        <HolidayList holidays={holidays} today={today} />
      )}
    </>
  );
}

function titleOf({ holidays, year }: Holidays): string {
  const closed = holidays.filter(({ isClosed }) => isClosed).length;
  return closed === 0 ? `Public holidays in ${year}` : `Closed on ${counted(closed, "holiday")} in ${year}`;
}

/** This year and the next two. */
function yearLinks(thisYear: number, { calendar, year }: Holidays) {
  return [0, 1, 2].map((ahead) => ({
    label: String(thisYear + ahead),
    href: routes.hospital.holidays({ year: String(thisYear + ahead), calendar: calendar ?? undefined }),
    isCurrent: thisYear + ahead === year,
  }));
}
