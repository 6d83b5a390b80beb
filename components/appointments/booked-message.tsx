"use client";
import { CalendarPlus, CircleCheck, Clock } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import type { AppointmentOutput } from "@/lib/domain/appointments/schema";
import { countQuestionsAction } from "@/lib/domain/questionnaires/actions";
import { tryAction } from "@/lib/platform/actions/try-action";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

type Props = { appointment: AppointmentOutput; doctorName: string; timeZone: string; onAnother: () => void };

/** Booked: what happens next, and where to find it. Takes focus when it appears. */
export function BookedMessage({ appointment, doctorName, timeZone, onAnother }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const isConfirmed = appointment.status === "CONFIRMED";
  const Icon = isConfirmed ? CircleCheck : Clock;
  return (
    <div role="status" className="grid justify-items-center gap-3 py-6 text-center">
      <Icon aria-hidden className={`size-12 ${isConfirmed ? "text-good" : "text-wait"}`} />
      <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
        {isConfirmed ? "Booked" : "Requested"}
      </h2>
      <p className="max-w-sm">
        <span className="font-semibold">
          <LocalTime
            instant={appointment.start}
            timeZone={timeZone}
            readerFirst={appointment.mode === "VIDEO"}
            style="full"
          />
        </span>
        <br />
        with {doctorName}
      </p>
      <p className="max-w-sm text-sm text-quiet">
        {isConfirmed
          ? "It's in your appointments and in the practice's calendar."
          : "The practice will confirm it. We'll notify you as soon as they do."}
      </p>
      <Next appointment={appointment} onAnother={onAnother} />
    </div>
  );
}

/** Where to go from here; what is asked before the visit comes first. */
function Next({ appointment, onAnother }: Pick<Props, "appointment" | "onAnother">) {
  const questions = useQuestions(appointment.id);
  return (
    <div className="mt-2 flex flex-wrap justify-center gap-2">
      {questions > 0 ? (
        <Button asChild>
          <Link href={routes.patient.questions(appointment.id)}>
            Answer {counted(questions, "question")} before the visit
          </Link>
        </Button>
      ) : null}
      <Button asChild variant={questions > 0 ? "secondary" : "primary"}>
        <Link href={routes.patient.visit(appointment.id)}>View appointment</Link>
      </Button>
      <Button asChild variant="secondary">
        <a href={`/api/appointments/${appointment.id}/calendar`} download>
          <CalendarPlus aria-hidden /> Add to my calendar
        </a>
      </Button>
      <Button variant="quiet" onClick={onAnother}>
        Book another
      </Button>
    </div>
  );
}

/** How many questions the person may answer before the visit; 0 until that is known. */
function useQuestions(appointmentId: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isGone = false;
    void tryAction(() => countQuestionsAction({ appointmentId })).then((result) => {
      if (!isGone && result.ok) setCount(result.data.count);
    });
    return () => void (isGone = true);
  }, [appointmentId]);
  return count;
}
