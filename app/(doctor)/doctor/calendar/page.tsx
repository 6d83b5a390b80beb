import type { Metadata } from "next";
import { readReader } from "@/app/read-reader";
import { CalendarGrid, type CalendarView } from "@/components/doctor-day/calendar-grid";
import { CalendarToolbar } from "@/components/doctor-day/calendar-toolbar";
import { BlockHoursButton } from "@/components/schedules/block-hours-button";
import { formatDate, placeOf } from "@/components/ui/format-instant";
import { isoWeekday } from "@/components/ui/reader-preferences";
import { WaitlistLink } from "@/components/waitlist/waitlist-link";
import { PageHeader } from "@/components/ui/page-header";
import { LISTED_STATUSES } from "@/lib/domain/appointments/format";
import { toVisitCard, type VisitCard } from "@/lib/domain/appointments/output";
import { listDoctorCalendar } from "@/lib/domain/appointments/list-doctor-visits";
import { isCancelled } from "@/lib/domain/appointments/status";
import { toScheduleOutput } from "@/lib/domain/schedules/output";
import { localDateSchema } from "@/lib/domain/schedules/schema";
import { firstOfWeek, localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { openSpans } from "@/lib/domain/schedules/slots-open";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { loadPlaces } from "../load-places";
import { requireDoctor } from "../require-doctor";

export const metadata: Metadata = { title: "Calendar" };

type Search = { date?: string | string[]; view?: string | string[] };

/** Cancelled and declined ones take no time: they are on the patient's page and in the day's list. */
const SHOWN = new Set<VisitCard["status"]>(LISTED_STATUSES.filter((status) => !isCancelled(status)));

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, search] = [await requireDoctor(routes.doctor.calendar()), await searchParams];
  const now = new Date();
  const { doctor, hours, names, blockable } = await loadPlaces(actor);
  const { timeZone } = doctor;
  const today = localDateAt(now, timeZone);
  const date = localDateSchema.safeParse(search.date).data ?? today;
  const view: CalendarView = search.view === "day" || search.view === "week" ? search.view : null;
  const { locale, weekStartsOn } = (await readReader()).reader;
  const first = firstOfWeek(date, isoWeekday(weekStartsOn));
  const dates = Array.from({ length: 7 }, (_, index) => shiftDate(first, index));
  const window = { from: startOfLocalDate(first, timeZone), to: startOfLocalDate(shiftDate(first, 7), timeZone) };
  const visits = (await listDoctorCalendar(actor, actor.doctorId, window))
    .map(toVisitCard)
    .filter(({ status }) => SHOWN.has(status));
  const open = hours
    .filter(({ closedAt }) => closedAt === null)
    .flatMap((one) => openSpans(toScheduleOutput(one), window));
  const onDay = visits.filter(({ start }) => localDateAt(start, timeZone) === date).length;
  return (
    <>
      <PageHeader
        eyebrow={`Times in ${placeOf(timeZone)}`}
        title={
          <Title
            view={view}
            week={countText(visits.length, `in the week of ${formatDate(first, "date", locale)}`)}
            day={countText(onDay, `on ${formatDate(date, "date", locale)}`)}
          />
        }
        actions={
          <>
            <WaitlistLink href={routes.doctor.waitlist()} />
            <BlockHoursButton places={blockable} asOf={now.toISOString()} date={date} />
          </>
        }
      />
      <CalendarToolbar date={date} today={today} view={view} dates={dates} />
      <CalendarGrid {...{ dates, date, today, view, visits, open, timeZone }} asOf={now.toISOString()} places={names} />
    </>
  );
}

function countText(count: number, when: string): string {
  return `${count === 0 ? "No appointments" : counted(count, "appointment")} ${when}`;
}

/** By default phones show the day and wide screens the week; each has its own title. */
function Title({ view, week, day }: { view: CalendarView; week: string; day: string }) {
  if (view) return view === "week" ? week : day;
  return (
    <>
      <span className="max-md:hidden">{week}</span>
      <span className="md:hidden">{day}</span>
    </>
  );
}
