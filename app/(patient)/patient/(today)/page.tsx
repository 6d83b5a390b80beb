import type { Metadata } from "next";
import type { ComponentProps } from "react";
import { NeedsNewTime, NextVisit, NextVisitTitle } from "@/components/appointments/next-visit";
import { NoVisits } from "@/components/appointments/no-visits";
import type { Visit } from "@/components/appointments/visit";
import { VisitList } from "@/components/appointments/visit-list";
import { MajorityNotice } from "@/components/family/majority-notice";
import { NotificationList } from "@/components/notifications/notification-list";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { RecallCards } from "@/components/recalls/recall-cards";
import { OfferCards } from "@/components/waitlist/offer-card";
import { toVisit } from "@/app/(patient)/patient/to-visit";
import { listAppointmentCards } from "@/lib/domain/appointments/queries";
import { loadFamily } from "@/lib/domain/family/load-family";
import { listNotificationItems } from "@/lib/domain/notifications/queries";
import { listDueRecalls } from "@/lib/domain/recalls/queries";
import { toWaitlistCard } from "@/lib/domain/waitlist/output";
import { listOfferedCards } from "@/lib/domain/waitlist/queries";
import type { Actor } from "@/lib/actor/actor";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const actor = await requirePageActor(routes.patient.home());
  const now = new Date();
  const [ahead, displaced, notifications, family, offered, recalls] = await loadToday(actor, now);
  const [next, ...later] = ahead.items.map((card) => toVisit(card, actor));
  const asOf = now.toISOString();
  const withPatient = actor.patientIds.length > 1;
  return (
    <>
      <PageHeader
        eyebrow={<LocalTime instant={asOf} style="long-date" />}
        title={next ? <NextVisitTitle visit={next} asOf={asOf} /> : "No upcoming appointments"}
      />
      <OfferCards entries={offered.map(toWaitlistCard)} asOf={asOf} withPatient={withPatient} />
      {family?.members.map((member) => (
        <MajorityNotice key={member.id} member={member} className="mb-6" withLink />
      ))}
      {displaced.items.length > 0 ? (
        <DisplacedVisits
          visits={displaced.items.map((card) => toVisit(card, actor))}
          asOf={asOf}
          withPatient={withPatient}
        />
      ) : null}
      <div
        className={cn(
          "grid items-start gap-8",
          notifications.items.length > 0 && "lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]",
        )}
      >
        <div className="min-w-0">
          {next ? <NextVisit visit={next} asOf={asOf} withPatient={withPatient} /> : null}
          <Recalls recalls={recalls} actor={actor} asOf={asOf} className={next && "mt-6"} />
          {next ? null : <NoVisits />}
          {later.length > 0 ? <LaterVisits visits={later} withPatient={withPatient} /> : null}
        </div>
        {notifications.items.length > 0 ? (
          <Section title="Recent changes" className="mt-0">
            <NotificationList items={notifications.items} portal="patient" />
          </Section>
        ) : null}
      </div>
    </>
  );
}

async function loadToday(actor: Actor, now: Date) {
  const { patientIds } = actor;
  const upcoming = { patientIds, side: { is: "upcoming", now } } as const;
  return Promise.all([
    listAppointmentCards(actor, upcoming, { limit: 4 }),
    listAppointmentCards(
      actor,
      { ...upcoming, statuses: ["PENDING", "CONFIRMED"], needsRebooking: true },
      { limit: 10 },
    ),
    listNotificationItems(actor, { limit: 5 }),
    patientIds.length > 1 ? loadFamily(actor, now) : null,
    listOfferedCards(actor),
    listDueRecalls(actor, patientIds),
  ]);
}

type RecallsProps = Pick<ComponentProps<typeof RecallCards>, "recalls" | "className"> & { actor: Actor; asOf: string };

function Recalls({ actor: { patientIds }, asOf, ...props }: RecallsProps) {
  return (
    <RecallCards {...props} patientIds={patientIds} withPatient={patientIds.length > 1} today={asOf.slice(0, 10)} />
  );
}

type VisitsProps = { visits: Visit[]; withPatient: boolean };

function DisplacedVisits({ visits, asOf, withPatient }: VisitsProps & { asOf: string }) {
  return (
    <section aria-label="Appointments that need a new time" className="mb-6 grid gap-3">
      {visits.map((visit) => (
        <NeedsNewTime key={visit.id} visit={visit} asOf={asOf} withPatient={withPatient} />
      ))}
    </section>
  );
}

function LaterVisits({ visits, withPatient }: VisitsProps) {
  return (
    <Section
      title="After that"
      actions={
        <Link href={routes.patient.visits()} className="touch-target text-sm font-semibold text-accent underline">
          All appointments
        </Link>
      }
    >
      <VisitList label="After that" visits={visits} withPatient={withPatient} />
    </Section>
  );
}
