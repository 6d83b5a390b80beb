import type { Metadata } from "next";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { readDensity } from "@/app/read-density";
import { dayOf, requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { toDeskCard } from "@/app/(hospital)/hospital/to-desk-card";
import { FilterLinks } from "@/components/ui/filter-links";
import { DayNav } from "@/components/front-desk/day-nav";
import { DeskActions } from "@/components/front-desk/desk-actions";
import { DeskDay } from "@/components/front-desk/desk-day";
import { DeskEmpty } from "@/components/front-desk/desk-empty";
import { DeskFilters } from "@/components/front-desk/desk-filters";
import { DeskTitle, PaperNote } from "@/components/front-desk/desk-title";
import { PrintButton } from "@/components/ui/print-button";
import { DensityArea, DensitySwitch } from "@/components/ui/density";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { isCancelled } from "@/lib/domain/appointments/status";
import { listDesk } from "@/lib/domain/front-desk/list-desk";
import { listBookableDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { withoutFilter } from "@/lib/platform/input/filters";
import { plural } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { deskSearch, filterOf } from "../desk-search";

export const metadata: Metadata = { title: "Appointments" };

/** Most desks' day fits one page; only the longest continue. */
const PAGE = 100;

export default async function AppointmentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const asked = readSearch(deskSearch, given);
  const { actor, hospital } = await requireDesk(routes.hospital.appointments(asked.filter));
  const doctors = await listBookableDoctors(actor, hospital.id);
  // Probably from an old address: a doctor who does not work here matches nothing.
  const isGone = asked.filter.doctor && !doctors.some(({ id }) => id === asked.filter.doctor);
  const { read, name } = readName(actor, isGone ? withoutFilter(asked, given, "doctor") : asked, given);
  const search = read.filter;
  const now = new Date();
  const { date: today } = dayOf(hospital.timeZone, now);
  const date = search.date ?? today;
  const { days, doctor, status, cursor } = search;
  const page = await loadFrom(cursor, (from) =>
    listDesk(actor, hospital.id, filterOf(search, name, hospital.timeZone, now), {
      limit: PAGE,
      cursor: from,
      order: days === "past" ? "desc" : "asc",
    }),
  );
  const kept = { doctor, status, name: search.name };
  const isNarrowed = Boolean(doctor ?? status ?? name);
  const visits = page.items.map(toDeskCard);
  // The title counts what takes place, as all numbers of the desk do; cancelled ones are counted beside it.
  const fallen = status ? 0 : visits.filter((visit) => isCancelled(visit.status)).length;
  const shown = {
    count: visits.length - fallen,
    hasMore: page.nextCursor !== null,
    isNarrowed,
    isLater: cursor !== undefined,
  };
  const asOf = now.toISOString();
  return (
    <DensityArea density={await readDensity()}>
      <PageHeader
        eyebrow={
          <>
            {hospital.name}
            <PaperNote
              doctor={doctors.find(({ id }) => id === doctor)?.name}
              date={days ? undefined : date}
              asOf={asOf}
            />
          </>
        }
        title={<DeskTitle {...shown} days={days} date={date} today={today} />}
        text={fallen > 0 ? `${fallen} more ${plural(fallen, "was", "were")} declined or cancelled.` : undefined}
        actions={
          <div data-print="hide" className="flex flex-wrap gap-2">
            <PrintButton />
            <DeskActions />
          </div>
        }
      />
      <div data-print="hide">
        <div className="flex flex-wrap items-start justify-between gap-x-6">
          <FilterLinks
            label="Which days"
            links={[
              {
                label: "One day",
                href: routes.hospital.appointments({ ...kept, date: search.date }),
                isCurrent: !days,
              },
              {
                label: "All upcoming",
                href: routes.hospital.appointments({ ...kept, days: "coming" }),
                isCurrent: days === "coming",
              },
              {
                label: "All past",
                href: routes.hospital.appointments({ ...kept, days: "past" }),
                isCurrent: days === "past",
              },
            ]}
          />
          <div className="flex flex-wrap items-start gap-x-3">
            {days ? null : <DayNav date={date} today={today} kept={kept} />}
            <DensitySwitch className="mb-4 compact:mb-2" />
          </div>
        </div>
        <DeskFilters doctors={doctors} search={{ ...kept, name, date: search.date, days }} leftOut={read.leftOut} />
        <LeftOutNote read={read} />
      </div>
      {visits.length === 0 ? (
        <DeskEmpty
          isNarrowed={isNarrowed}
          days={days}
          clearHref={routes.hospital.appointments({ date: search.date, days })}
          allHref={name && !days ? routes.hospital.appointments({ ...kept, days: "coming" }) : null}
        />
      ) : (
        <DeskDay
          visits={visits}
          asOf={asOf}
          withDays={days !== undefined}
          foldOver={!days && date === today && !isNarrowed}
        />
      )}
      {page.nextCursor ? (
        <p className="hidden text-sm print:block">
          This print-out doesn&apos;t include every appointment. Print the next page as well.
        </p>
      ) : null}
      <div data-print="hide">
        <LoadMore
          href={
            page.nextCursor
              ? routes.hospital.appointments({ ...kept, date: search.date, days, cursor: page.nextCursor })
              : null
          }
          label={days === "past" ? "Show earlier ones" : "Show later ones"}
        />
      </div>
    </DensityArea>
  );
}
