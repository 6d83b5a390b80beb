import { CalendarX, QrCode } from "lucide-react";
import type { Metadata } from "next";
import { toVisit } from "@/app/(patient)/patient/to-visit";
import { ArriveButton } from "@/components/arrivals/arrive-button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { OwnNumber } from "@/components/waiting-room/own-number";
import { findArrival, type Arriving } from "@/lib/domain/arrivals/find-arrival";
import { requirePageActor } from "@/lib/actor/session";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Check in" };

export default async function ArrivePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const actor = await requirePageActor(routes.patient.arrive(code));
  const arrival = await findArrival(actor, code, new Date());
  if (!arrival)
    return (
      <>
        <PageHeader title="Check in" />
        <EmptyState
          icon={<QrCode />}
          title="This code isn’t valid"
          text="It may have been replaced. Scan the code at the entrance again, or tell the front desk that you’re here."
        />
      </>
    );
  return (
    <>
      <PageHeader title="Check in" text={arrival.placeName} />
      {arrival.visits.length === 0 ? (
        <EmptyState
          icon={<CalendarX />}
          title="No appointment here today"
          text="Tell the front desk that you’re here. They can see whether there is an available time."
        />
      ) : (
        <ul aria-label="Your appointments here" className="grid max-w-xl gap-6">
          {arrival.visits.map((visit) => (
            <li key={visit.card.id}>
              <ArrivingVisit arriving={visit} actor={actor} code={code} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Props = { arriving: Arriving; actor: Actor; code: string };

/** An appointment at this place: the step that says "I'm here", from when it is possible, or the number. */
function ArrivingVisit({ arriving: { card, opensAt, isOpen, place }, actor, code }: Props) {
  const { id, start, timeZone, doctor, whose } = toVisit(card, actor);
  const needsArrival = place === null || place.arrivedBy === "PHONE";
  const label = place === null ? "Check in" : "I’m here now";
  return (
    <div className="grid gap-4">
      {place ? <OwnNumber place={place} /> : null}
      <Card className="grid justify-items-start gap-4 sm:p-6">
        <div>
          <p className="text-lg font-semibold">
            <Link href={routes.patient.visit(id)} className="touch-target hover:underline">
              <LocalTime instant={start} timeZone={timeZone} style="time" /> with {doctor.name}
            </Link>
          </p>
          {whose ? <p className="text-sm text-quiet">For {whose}</p> : null}
        </div>
        {!isOpen ? (
          <p>
            You can check in from <LocalTime instant={opensAt.toISOString()} timeZone={timeZone} style="time" />.
          </p>
        ) : needsArrival ? (
          <ArriveButton appointmentId={id} code={code} label={label} subject={doctor.name} />
        ) : null}
      </Card>
    </div>
  );
}
