"use client";
import { CalendarX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { OwnVisitActions } from "./own-visit-actions";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { routes } from "@/lib/site/routes";
import { useVisitClock } from "./use-slot-clocks";
import { VisitBadge } from "./visit-badge";
import { VisitFacts } from "./visit-facts";
import { momentText, possessive, untilText } from "./visit-moment";
import type { Visit } from "./visit";

type Props = { visit: Visit; asOf: string; withPatient?: boolean };

/** The next visit in one sentence. */
export function NextVisitTitle({ visit, asOf }: Props) {
  const reading = useVisitClock(visit);
  const now = useNow(asOf);
  const { status, start, needsRebooking, whose } = visit;
  if (needsRebooking && (status === "PENDING" || status === "CONFIRMED"))
    return <>{possessive(whose)} next appointment needs a new time</>;
  if (status === "CHECKED_IN") return <>{whose ? `${whose} is` : "You're"} checked in</>;
  if (status === "IN_PROGRESS") return <>{possessive(whose)} visit is under way</>;
  if (Date.parse(start) <= now)
    return (
      <LocaleText>
        {possessive(whose)} appointment was due {momentText(start, now, reading)}
        {reading.where(start)}
      </LocaleText>
    );
  return (
    <LocaleText>
      {possessive(whose)} next appointment is {momentText(start, now, reading)}
      {reading.where(start)}
    </LocaleText>
  );
}

/** The next visit at a glance: how long until then, where to go, and checking in when it is time. */
export function NextVisit({ visit, asOf, withPatient = false }: Props) {
  const canChange = Date.parse(visit.changeUntil) >= useNow(asOf);
  return (
    <Card as="section" aria-label="Next appointment" className="sm:p-6">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-xl font-semibold tracking-tight">
          <Waiting visit={visit} asOf={asOf} />
        </p>
        <VisitBadge visit={visit} />
      </div>
      <VisitFacts visit={visit} withPatient={withPatient} />
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <OwnVisitActions visit={visit} asOf={asOf} only="CHECKED_IN" />
        <Button asChild variant="secondary">
          <Link href={routes.patient.visit(visit.id)}>{canChange ? "Details, reschedule or cancel" : "Details"}</Link>
        </Button>
      </div>
    </Card>
  );
}

function Waiting({ visit, asOf }: Props) {
  const reading = useVisitClock(visit);
  const now = useNow(asOf);
  if (visit.status === "CHECKED_IN") return <>The practice knows {visit.whose ? `${visit.whose} is` : "you're"} here</>;
  if (visit.status === "IN_PROGRESS") return <>With {visit.doctor.name}</>;
  const until = untilText(visit.start, now, reading);
  return <LocaleText>{until ? until[0]?.toUpperCase() + until.slice(1) : "It's time"}</LocaleText>;
}

/** A visit that can no longer take place at its booked time. */
export function NeedsNewTime({ visit, asOf, withPatient = false }: Props) {
  const reading = useVisitClock(visit);
  const now = useNow(asOf);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-wait-soft p-4">
      <CalendarX aria-hidden className="size-6 shrink-0 text-wait" />
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold">
          {visit.doctor.name} is no longer available{" "}
          <LocaleText>
            {momentText(visit.start, now, reading)}
            {reading.where(visit.start)}
          </LocaleText>
        </p>
        <p className="text-sm">
          {possessive(withPatient ? visit.patient.name : null)} appointment needs a new time. Until you choose one, the
          old time stays in the calendar.
        </p>
      </div>
      <Button asChild>
        <Link href={routes.patient.moveVisit(visit.id)}>Choose another time</Link>
      </Button>
    </div>
  );
}
