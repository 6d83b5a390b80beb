import type { Metadata } from "next";
import { cache, Fragment } from "react";
import { DelaysPart } from "@/app/delays-part";
import { ShiftedPart } from "@/app/shifted-part";
import { ToCallPart } from "@/app/to-call-part";
import { FirstPageActions } from "@/components/front-desk/desk-actions";
import { NowColumns } from "@/components/front-desk/now-columns";
import { NowTiles } from "@/components/front-desk/now-tiles";
import { OperationTiles } from "@/components/front-desk/operation-tiles";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { nowTitle } from "@/lib/domain/analytics/format";
import { loadNow } from "@/lib/domain/analytics/load-now";
import { loadShifted } from "@/lib/domain/appointments/load-shifted";
import type { HospitalStats } from "@/lib/domain/analytics/schema";
import { listDelays } from "@/lib/domain/disruptions/list-delays";
import { visitsOf } from "@/lib/domain/front-desk/format";
import { listDutyDoctors } from "@/lib/domain/front-desk/list-duty-doctors";
import { loadFrontDesk, type FrontDesk } from "@/lib/domain/front-desk/load-front-desk";
import { countToCall, listToCall } from "@/lib/domain/contacts/queries";
import { routes } from "@/lib/site/routes";
import { dayOf, requireDesk } from "../require-desk";
import { toDeskCard } from "../to-desk-card";
import { ComingPart, hasComing } from "./coming-part";
import { DutyPart } from "./duty-part";
import { OccupancyPart } from "./occupancy-part";
import { VisitsPart } from "./visits-part";

/** The rest is on pages of their own. */
const FIRST_TO_CALL = 5;
const FIRST_SHIFTED = 5;

// Once per request, so that the title and the page agree.
const loadStats = cache(async () => {
  const desk = await requireDesk(routes.hospital.home());
  const stats = await getHospitalStats(desk.actor, desk.hospital.id);
  return { ...desk, now: new Date(stats.asOf), stats };
});

export async function generateMetadata(): Promise<Metadata> {
  const { stats } = await loadStats();
  return { title: titleOf(stats) };
}

export default async function NowPage() {
  const { actor, hospital, stats, now } = await loadStats();
  const day = dayOf(hospital.timeZone, now, stats.date);
  const ownList = { hospitalId: hospital.id };
  const [desk, duty, coming, toCall, toCallCount, shifted] = await Promise.all([
    loadFrontDesk(actor, hospital.id, day, now),
    listDutyDoctors(actor, hospital.id, day),
    loadNow(actor, hospital.id, day, now),
    listToCall(actor, { status: "open", ...ownList }, { limit: FIRST_TO_CALL }),
    countToCall(actor, ownList),
    loadShifted(actor, ownList, FIRST_SHIFTED),
  ]);
  const { asOf } = stats;
  const { today } = stats.appointments;
  const waiting = desk.waiting.map(toDeskCard);
  const delays = await listDelays(
    duty.map(({ id }) => id),
    now,
  );
  const here = delays.filter(({ hospitalId }) => hospitalId === null || hospitalId === hospital.id);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {hospital.name} · <LocalTime instant={asOf} style="long-date" />
          </>
        }
        title={titleOf(stats)}
        actions={<FirstPageActions />}
      />
      <DelaysPart delays={here} names={Object.fromEntries(duty.map(({ id, name }) => [id, name]))} portal="hospital" />
      <Tiles stats={stats} desk={desk} longestSince={waiting[0]?.checkedInAt ?? null} />
      <NowColumns
        left={[
          hasComing(coming) ? <ComingPart key="coming" coming={coming} stats={stats} /> : null,
          <Fragment key="visits">
            <ToCallPart calls={toCall.items} count={toCallCount} portal="hospital" />
            <ShiftedPart visits={shifted.items} count={shifted.count} now={now} portal="hospital" />
            <VisitsPart desk={desk} waiting={waiting} today={today} asOf={asOf} />
          </Fragment>,
        ]}
        right={[
          stats.beds.total > 0 ? <OccupancyPart key="occupancy" wards={stats.wards} /> : null,
          <DutyPart key="duty" duty={duty} asOf={asOf} />,
        ]}
      />
    </>
  );
}

type TilesProps = { stats: HospitalStats; desk: FrontDesk; longestSince: string | null };

function Tiles({ stats, desk, longestSince }: TilesProps) {
  if (runsMore(stats)) return <OperationTiles stats={stats} longestSince={longestSince} />;
  return (
    <NowTiles
      today={stats.appointments.today}
      longestSince={longestSince}
      requests={desk.requests.count}
      needRebooking={desk.needRebooking.count}
      asOf={stats.asOf}
    />
  );
}

/** Whether the hospital has more than visits by appointment. */
function runsMore({ beds, ambulances, requests }: HospitalStats): boolean {
  return beds.total + ambulances.total + requests.beds + requests.ambulances > 0;
}

function titleOf({ appointments: { today }, ...stats }: HospitalStats): string {
  return nowTitle({ ...stats, visits: visitsOf(today), waiting: today.CHECKED_IN });
}
