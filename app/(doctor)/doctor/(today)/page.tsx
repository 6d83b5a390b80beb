import type { Metadata } from "next";
import { cache } from "react";
import { DelaysPart } from "@/app/delays-part";
import { ShiftedPart } from "@/app/shifted-part";
import { ToCallPart } from "@/app/to-call-part";
import { UnreadMessages } from "@/components/conversations/message-marks";
import { DayTimeline } from "@/components/doctor-day/day-timeline";
import { dayTitle } from "@/components/doctor-day/day-rules";
import { TodayHeader } from "@/components/doctor-day/today-header";
import { VisitList } from "@/components/doctor-day/visit-list";
import { WaitingList } from "@/components/doctor-day/waiting-list";
import { Section } from "@/components/ui/section";
import { toVisitCard } from "@/lib/domain/appointments/output";
import { listDoctorCalendar, loadDoctorWorklist } from "@/lib/domain/appointments/list-doctor-visits";
import { loadShifted } from "@/lib/domain/appointments/load-shifted";
import { countToCall, listToCall } from "@/lib/domain/contacts/queries";
import { listUnreadVisits } from "@/lib/domain/conversations/queries";
import { listDelays } from "@/lib/domain/disruptions/list-delays";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { clockNamed } from "@/lib/platform/time/clock";
import { routes } from "@/lib/site/routes";
import { loadPlaces } from "../load-places";
import { requireDoctor } from "../require-doctor";

/** The rest is on pages of their own. */
const FIRST_TO_CALL = 3;
const FIRST_SHIFTED = 3;

/** Read once for the title and the page. */
const loadToday = cache(async () => {
  const actor = await requireDoctor(routes.doctor.home());
  const now = new Date();
  const places = await loadPlaces(actor);
  const { timeZone } = places.doctor;
  const today = localDateAt(now, timeZone);
  const window = { from: startOfLocalDate(today, timeZone), to: startOfLocalDate(shiftDate(today, 1), timeZone) };
  const list = { doctorId: actor.doctorId };
  const [day, work, toCall, toCallCount, shifted, delays] = await Promise.all([
    listDoctorCalendar(actor, actor.doctorId, window),
    loadDoctorWorklist(actor, actor.doctorId, now),
    listToCall(actor, { status: "open", ...list }, { limit: FIRST_TO_CALL }),
    countToCall(actor, list),
    loadShifted(actor, list, FIRST_SHIFTED),
    listDelays([actor.doctorId], now),
  ]);
  const visits = day.map(toVisitCard);
  const counts = { waiting: work.waiting.length, running: work.running.length, requests: work.requests.length };
  return {
    ...places,
    now,
    timeZone,
    work,
    visits,
    unread: await listUnreadVisits(actor, day),
    counts,
    toCall: { calls: toCall.items, count: toCallCount },
    shifted,
    delays,
  };
});

export async function generateMetadata(): Promise<Metadata> {
  const { visits, counts, timeZone, now } = await loadToday();
  return { title: dayTitle(counts, visits, now.getTime(), { locale: "en-GB", clock: clockNamed(timeZone) }) };
}

export default async function TodayPage() {
  const today = await loadToday();
  const { visits, work, counts, timeZone, names, blockable, hours, now, toCall, shifted, unread, delays } = today;
  const shown = { asOf: now.toISOString(), places: names };
  const hasSide =
    counts.waiting + counts.running + counts.requests + work.needRebooking.length + toCall.count + shifted.count > 0;
  return (
    <>
      <TodayHeader counts={counts} visits={visits} timeZone={timeZone} asOf={shown.asOf} places={blockable} />
      <DelaysPart delays={delays} portal="doctor" />
      <div className={hasSide ? "grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]" : "max-w-3xl"}>
        {hasSide ? (
          <div className="lg:order-2">
            {counts.waiting + counts.running > 0 ? (
              <Section title="Here now">
                <WaitingList
                  waiting={work.waiting.map(toVisitCard)}
                  running={work.running.map(toVisitCard)}
                  {...shown}
                />
              </Section>
            ) : null}
            <ShiftedPart visits={shifted.items} count={shifted.count} now={now} portal="doctor" />
            {counts.requests > 0 ? (
              <Section title="Requests" text="Waiting for your reply.">
                <VisitList visits={work.requests.map(toVisitCard)} {...shown} />
              </Section>
            ) : null}
            <ToCallPart {...toCall} portal="doctor" />
            {work.needRebooking.length > 0 ? (
              <Section title="Need a new time" text="Booked, but now outside your hours.">
                <VisitList visits={work.needRebooking.map(toVisitCard)} {...shown} />
              </Section>
            ) : null}
          </div>
        ) : null}
        <Section title="Your day" className="mt-0">
          <UnreadMessages visits={unread}>
            <DayTimeline visits={visits} timeZone={timeZone} hasHours={hours.length > 0} {...shown} />
          </UnreadMessages>
        </Section>
      </div>
    </>
  );
}
