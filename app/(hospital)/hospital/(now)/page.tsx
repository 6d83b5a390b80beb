import { CalendarPlus, UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { DeskList } from "@/components/hospital/desk-list";
import { DutyList } from "@/components/hospital/duty-list";
import { NowTiles } from "@/components/hospital/now-tiles";
import { StatusLinks } from "@/components/hospital/status-links";
import { WaitingRoom } from "@/components/hospital/waiting-room";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getHospitalStats } from "@/lib/domain/analytics/count-hospital";
import { deskTitle } from "@/lib/domain/hospitals/format";
import { loadDuty } from "@/lib/domain/hospitals/load-duty";
import { loadFrontDesk, type Some } from "@/lib/domain/hospitals/load-front-desk";
import { dayOf, requireDesk } from "../require-desk";
import { toDeskCard } from "../to-desk-card";

// Once per request: the title and the page say the same.
const loadStats = cache(async () => {
  const desk = await requireDesk("/hospital");
  const stats = await getHospitalStats(desk.actor, desk.hospital.id);
  return { ...desk, now: new Date(stats.asOf), stats };
});

export async function generateMetadata(): Promise<Metadata> {
  const { stats } = await loadStats();
  return { title: deskTitle(stats.appointments.today) };
}

export default async function NowPage() {
  const { actor, hospital, stats, now } = await loadStats();
  const day = dayOf(hospital.timeZone, now, stats.date);
  const [desk, duty] = await Promise.all([loadFrontDesk(actor, hospital.id, day, now), loadDuty(actor, hospital.id, day)]);
  const { asOf } = stats;
  const { today } = stats.appointments;
  const waiting = desk.waiting.map(toDeskCard);
  return (
    <>
      <PageHeader
        eyebrow={<>{hospital.name} · <LocalTime instant={asOf} style="long-date" /></>}
        title={deskTitle(today)}
        actions={
          <Button asChild>
            <Link href="/hospital/appointments/new">
              <CalendarPlus aria-hidden /> New appointment
            </Link>
          </Button>
        }
      />
      <NowTiles today={today} longestSince={waiting[0]?.checkedInAt ?? null} requests={desk.requests.count} needRebooking={desk.needRebooking.count} asOf={asOf} />
      <StatusLinks counts={today} />
      <div className="mt-8 grid items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <Section title="Waiting now">
            <WaitingRoom waiting={waiting} asOf={asOf} />
          </Section>
          {desk.requests.count > 0 ? (
            <Section title="Requests to confirm" text="Patients wait for an answer. The soonest visit first.">
              <DeskList label="Requests to confirm" visits={desk.requests.items.map(toDeskCard)} asOf={asOf} more={more(desk.requests, "days=coming&status=PENDING", "requests")} />
            </Section>
          ) : null}
          {desk.needRebooking.count > 0 ? (
            <Section title="Need a new time" text="Agreed, but outside the hours the doctor keeps now.">
              <DeskList label="Need a new time" visits={desk.needRebooking.items.map(toDeskCard)} asOf={asOf} more={more(desk.needRebooking, "days=coming&status=REBOOK", "visits")} />
            </Section>
          ) : null}
        </div>
        <Section title={duty.length === 1 ? "1 doctor on duty today" : `${duty.length} doctors on duty today`} className="mt-0">
          {duty.length > 0 ? (
            <DutyList doctors={duty} asOf={asOf} />
          ) : (
            <EmptyState level={3} icon={<UserRoundX />} title="Nobody is on duty" text="Doctors appear here on days on which they keep hours at this hospital." />
          )}
        </Section>
      </div>
    </>
  );
}

function more({ items, count }: Some, query: string, what: string) {
  return count > items.length ? { href: `/hospital/appointments?${query}`, label: `All ${count} ${what}` } : undefined;
}
