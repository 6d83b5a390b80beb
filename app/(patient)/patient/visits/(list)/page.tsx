import { CalendarPlus, CalendarX } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { FilterLinks } from "@/components/ui/filter-links";
import { NoVisits } from "@/components/appointments/no-visits";
import type { Visit } from "@/components/appointments/visit";
import { VisitList } from "@/components/appointments/visit-list";
import { UnreadMessages } from "@/components/conversations/message-marks";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { RecallCards } from "@/components/recalls/recall-cards";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { WaitlistLink } from "@/components/waitlist/waitlist-link";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { loadFrom, readSearch, type Search } from "@/app/search-params";
import { toVisit } from "@/app/(patient)/patient/to-visit";
import { listAppointmentCards } from "@/lib/domain/appointments/queries";
import { listUnreadVisits } from "@/lib/domain/conversations/queries";
import { listOwnPatients, type MyPatient } from "@/lib/domain/patients/queries";
import { listOpenRecalls } from "@/lib/domain/recalls/queries";
import { withoutFilter } from "@/lib/platform/input/filters";
import { visiblePatientIds } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";
import { uuid } from "@/lib/platform/input/text";
import { plural } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Appointments" };

const PAGE = 20;
const wantedVisits = z.object({
  tab: z.literal("past").optional(),
  for: uuid.optional(),
  cursor: z.string().max(1024).optional(),
});
type Wanted = z.infer<typeof wantedVisits>;

export default async function VisitsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const given = await searchParams;
  const asked = readSearch(wantedVisits, given);
  const actor = await requirePageActor(routes.patient.visits(asked.filter));
  const theirs = visiblePatientIds(actor);
  const isTheirs = !asked.filter.for || theirs.includes(asked.filter.for);
  const read = isTheirs ? asked : withoutFilter(asked, given, "for");
  const wanted = read.filter;
  const isPast = wanted.tab === "past";
  const patientIds = wanted.for ? [wanted.for] : theirs;
  const [patients, recalls, page] = await Promise.all([
    listOwnPatients(actor, theirs),
    isPast || wanted.cursor ? [] : listOpenRecalls(actor, patientIds),
    loadFrom(wanted.cursor, (cursor) =>
      listAppointmentCards(
        actor,
        { patientIds, side: { is: isPast ? "past" : "upcoming", now: new Date() } },
        { limit: PAGE, cursor, order: isPast ? "desc" : "asc" },
      ),
    ),
  ]);
  const whose = patients.find(({ id }) => id === wanted.for)?.name;
  const visits = page.items.map((card) => toVisit(card, actor));
  return (
    <>
      <PageHeader
        title={titleOf(visits.length, { isPast, hasMore: page.nextCursor !== null, isFirst: !wanted.cursor, whose })}
        actions={<Actions />}
      />
      <WhichVisits isPast={isPast} wanted={wanted} />
      {patients.length > 1 ? <WhoseVisits patients={patients} wanted={wanted} /> : null}
      <LeftOutNote read={read} />
      <RecallCards
        recalls={recalls}
        patientIds={actor.patientIds}
        withPatient={patientIds.length > 1}
        today={new Date().toISOString().slice(0, 10)}
      />
      <UnreadMessages visits={await listUnreadVisits(actor, visits)}>
        <Visits visits={visits} isPast={isPast} withPatient={patientIds.length > 1} />
      </UnreadMessages>
      <LoadMore
        href={page.nextCursor ? routes.patient.visits({ ...wanted, cursor: page.nextCursor }) : null}
        label={isPast ? "Show earlier appointments" : "Show later appointments"}
      />
    </>
  );
}

function Actions() {
  return (
    <>
      <WaitlistLink href={routes.patient.waitlist()} />
      <Button asChild>
        <Link href={routes.doctors.list()}>
          <CalendarPlus aria-hidden /> Book an appointment
        </Link>
      </Button>
    </>
  );
}

type Shown = { isPast: boolean; hasMore: boolean; isFirst: boolean; whose: string | undefined };

function titleOf(count: number, { isPast, hasMore, isFirst, whose }: Shown): string {
  const forPatient = whose ? ` for ${whose}` : "";
  if (!isFirst) return isPast ? `Earlier appointments${forPatient}` : `Later appointments${forPatient}`;
  if (count === 0) return isPast ? `No past appointments${forPatient}` : `No upcoming appointments${forPatient}`;
  if (isPast) return `Past and cancelled appointments${forPatient}`;
  return `${hasMore ? "More than " : ""}${count} upcoming ${plural(count, "appointment")}${forPatient}`;
}

function WhichVisits({ isPast, wanted }: { isPast: boolean; wanted: Wanted }) {
  return (
    <FilterLinks
      label="Which appointments"
      links={[
        { label: "Upcoming", href: routes.patient.visits({ for: wanted.for }), isCurrent: !isPast },
        {
          label: "Past and cancelled",
          href: routes.patient.visits({ tab: "past", for: wanted.for }),
          isCurrent: isPast,
        },
      ]}
    />
  );
}

function WhoseVisits({ patients, wanted }: { patients: MyPatient[]; wanted: Wanted }) {
  const link = (label: string, id?: string) => ({
    label,
    href: routes.patient.visits({ tab: wanted.tab, for: id }),
    isCurrent: wanted.for === id,
  });
  return (
    <FilterLinks
      label="Whose appointments"
      links={[link("Everyone"), ...patients.map(({ id, name }) => link(name, id))]}
    />
  );
}

function Visits({ visits, isPast, withPatient }: { visits: Visit[]; isPast: boolean; withPatient: boolean }) {
  if (visits.length === 0) return isPast ? <NoPastVisits /> : <NoVisits />;
  return (
    <VisitList
      label={isPast ? "Past appointments" : "Upcoming appointments"}
      visits={visits}
      withPatient={withPatient}
      withYear={isPast}
    />
  );
}

function NoPastVisits() {
  return (
    <EmptyState icon={<CalendarX />} title="Nothing here yet" text="Appointments appear here once they are over." />
  );
}
