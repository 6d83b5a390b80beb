"use client";
import { useEffect, useRef } from "react";
import { FormMessage } from "@/components/ui/form-message";
import type { LinkedVisit } from "@/lib/domain/visit-links/schema";

export type Done = "confirmed" | "cancelled" | "moved";

const DONE: Record<Done, { title: string; text: string }> = {
  confirmed: { title: "Thank you", text: "The practice sees that you’ll be there." },
  cancelled: { title: "Cancelled", text: "The practice has been notified. The time is available to others now." },
  moved: { title: "Rescheduled", text: "The practice has been notified. You’ll be reminded of the new time." },
};

type Props = {
  visit: LinkedVisit;
  done: Done | undefined;
  /** The new time as a file for a calendar. */
  calendar: string | null;
};

/** What is true of an appointment now: what was done, or why its link was sent. */
export function LinkedVisitMessages({ visit, done, calendar }: Props) {
  const { purpose, needsRebooking, isToBeCalled } = visit;
  if (done) return <DoneMessage key={done} done={done} calendar={calendar} />;
  if (needsRebooking)
    return (
      <>
        <FormMessage tone="wait" title="This appointment can’t take place at its time">
          We’re sorry. Choose another time, or arrange one with the practice.
        </FormMessage>
        {isToBeCalled ? (
          <FormMessage tone="accent" title="The practice will call you">
            You can still choose a time here until then.
          </FormMessage>
        ) : null}
      </>
    );
  if (purpose !== "NEW_TIME") return null;
  return (
    <FormMessage tone="good" title="This appointment takes place after all">
      We had asked for another time. There’s no need to choose one any more.
    </FormMessage>
  );
}

/** Takes focus, because what was pressed is gone, and on phones it may be above the screen. */
function DoneMessage({ done, calendar }: { done: Done; calendar: string | null }) {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), []);
  return (
    <div ref={message} tabIndex={-1} className="scroll-mt-24 rounded-md">
      <FormMessage tone="good" title={DONE[done].title}>
        {DONE[done].text}
        {calendar ? <CalendarFile text={calendar} /> : null}
      </FormMessage>
    </div>
  );
}

function CalendarFile({ text }: { text: string }) {
  return (
    <p className="mt-2">
      <a
        className="font-medium text-accent underline underline-offset-2"
        href={`data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`}
        download="appointment.ics"
      >
        Add it to your calendar
      </a>{" "}
      (the file replaces an earlier one).
    </p>
  );
}
