import type { Metadata } from "next";
import { loadFrom, readName, readSearch, type Search } from "@/app/search-params";
import { readDensity } from "@/app/read-density";
import { dayOf, requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { toDeskCard } from "@/app/(hospital)/hospital/to-desk-card";
import { UnreadMessages } from "@/components/conversations/message-marks";
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
import { WaitlistLink } from "@/components/waitlist/waitlist-link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { isCancelled } from "@/lib/domain/appointments/status";
import { listUnreadVisits } from "@/lib/domain/conversations/queries";
import { listDesk } from "@/lib/domain/front-desk/list-desk";
import { listBookableDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { withoutFilter } from "@/lib/platform/input/filters";
import { plural } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { deskSearch, filterOf, type DeskSearch } from "../desk-search";

export const metadata: Metadata = { title: "Appointments" };

/** Most desks' day fits one page; only the longest continue. */
const PAGE = 100;

export default async function AppointmentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const list = await loadList(await searchParams);
  const { doctors, read, search, name } = list;
  const { date, days } = search;
  return (
    <DensityArea density={await readDensity()}>
      <DeskHeader list={list} />
      <div data-print="hide">
        <DaysBar list={list} />
        <DeskFilters doctors={doctors} search={{ ...filtersOf(search), name, date, days }} leftOut={read.leftOut} />
        <LeftOutNote read={read} />
      </div>
      <UnreadMessages visits={list.unread}>
        <Visits list={list} />
      </UnreadMessages>
      <NextPage search={search} nextCursor={list.nextCursor} />
    </DensityArea>
  );
}

type DeskList = Awaited<ReturnType<typeof loadList>>;

async function loadList(given: Search) {
  const asked = readSearch(deskSearch, given);
  const { actor, hospital } = await requireDesk(routes.hospital.appointments(asked.filter));
  const doctors = await listBookableDoctors(actor, hospital.id);
  // Probably from an old address: a doctor who does not work here matches nothing.
  const isGone = asked.filter.doctor && !doctors.some(({ id }) => id === asked.filter.doctor);
  const { read, name } = readName(actor, isGone ? withoutFilter(asked, given, "doctor") : asked, given);
  const search = read.filter;
  const now = new Date();
  const { date: today } = dayOf(hospital.timeZone, now);
  const page = await loadFrom(search.cursor, (cursor) =>
    listDesk(actor, hospital.id, filterOf(search, name, hospital.timeZone, now), {
      limit: PAGE,
      cursor,
      order: search.days === "past" ? "desc" : "asc",
    }),
  );
  return {
    hospital,
    doctors,
    read,
    search,
    name,
    isNarrowed: Boolean(search.doctor ?? search.status ?? name),
    date: search.date ?? today,
    today,
    asOf: now.toISOString(),
    visits: page.items.map(toDeskCard),
    unread: await listUnreadVisits(actor, page.items),
    nextCursor: page.nextCursor,
  };
}

function DeskHeader({ list }: { list: DeskList }) {
  const { hospital, doctors, search, isNarrowed, date, today, asOf, visits, nextCursor } = list;
  const { days, doctor, status, cursor } = search;
  // The title counts what takes place, as all numbers of the desk do; cancelled ones are counted beside it.
  const fallen = status ? 0 : visits.filter((visit) => isCancelled(visit.status)).length;
  return (
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
      title={
        <DeskTitle
          count={visits.length - fallen}
          hasMore={nextCursor !== null}
          isNarrowed={isNarrowed}
          isLater={cursor !== undefined}
          days={days}
          date={date}
          today={today}
        />
      }
      text={fallen > 0 ? `${fallen} more ${plural(fallen, "was", "were")} declined or cancelled.` : undefined}
      actions={
        <div data-print="hide" className="flex flex-wrap gap-2">
          <PrintButton />
          <WaitlistLink href={routes.hospital.waitlist()} />
          <DeskActions />
        </div>
      }
    />
  );
}

/** What stays chosen from one day to another. */
function filtersOf({ doctor, status, name }: DeskSearch) {
  return { doctor, status, name };
}

function DaysBar({ list: { search, date, today } }: { list: DeskList }) {
  const { days } = search;
  const kept = filtersOf(search);
  return (
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
  );
}

function Visits({ list: { search, name, isNarrowed, date, today, asOf, visits } }: { list: DeskList }) {
  const { days } = search;
  if (visits.length === 0) {
    return (
      <DeskEmpty
        isNarrowed={isNarrowed}
        days={days}
        clearHref={routes.hospital.appointments({ date: search.date, days })}
        allHref={name && !days ? routes.hospital.appointments({ ...filtersOf(search), days: "coming" }) : null}
      />
    );
  }
  const foldOver = !days && date === today && !isNarrowed;
  return <DeskDay visits={visits} asOf={asOf} withDays={days !== undefined} foldOver={foldOver} />;
}

function NextPage({ search, nextCursor }: Pick<DeskList, "search" | "nextCursor">) {
  const { date, days } = search;
  return (
    <>
      {nextCursor ? (
        <p className="hidden text-sm print:block">
          This print-out doesn&apos;t include every appointment. Print the next page as well.
        </p>
      ) : null}
      <div data-print="hide">
        <LoadMore
          href={
            nextCursor ? routes.hospital.appointments({ ...filtersOf(search), date, days, cursor: nextCursor }) : null
          }
          label={days === "past" ? "Show earlier ones" : "Show later ones"}
        />
      </div>
    </>
  );
}
