"use client";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { useClock, useReader } from "@/components/ui/reader";
import type { ActionableAppointment } from "@/lib/domain/appointments/format";
import { MoreSteps } from "./more-steps";
import { RescheduleDialog } from "./reschedule-dialog";
import { RareButtons, StepButton } from "./step-buttons";
import { StepDialog } from "./step-dialog";
import { useChoices, type ChoicesOf } from "./use-choices";
import { useFocusAfter } from "./use-focus-after";

export type AppointmentActionsProps = ChoicesOf & {
  appointment: ActionableAppointment & { doctorId: string; serviceId: string | null };
  /** The name for labels and dialogs: the patient's, or the doctor's in the patient's portal. */
  who: string;
  /** The place's zone, and names of the doctor's places by hospital ID ("" for the doctor's own practice); for rescheduling. */
  timeZone: string;
  places?: Record<string, string>;
  /** Rescheduling is limited to this hospital's hours. */
  hospitalId?: string | undefined;
  /** A separate page for choosing another time, instead of the dialog. */
  moveHref?: Route;
  /** All choices as buttons, for a page about one appointment; otherwise the rarer ones are in a menu. */
  spread?: boolean;
  size?: "sm" | "md";
};

/** An appointment's available actions: taken at once or after a question, with their results. */
export function AppointmentActions(props: AppointmentActionsProps) {
  const { appointment, who, asOf, timeZone, visitHref, moveHref, spread = false, size = "sm" } = props;
  const { locale } = useReader();
  const clock = useClock(timeZone);
  const choices = useChoices(props);
  const { asking, setAsking, isMoving, setMoving } = choices;
  const focus = useFocusAfter(appointment.status);
  const subject = `${who}, ${formatInstant(appointment.start, "datetime", { locale, clock })}`;
  const shown = { choices, subject, size };
  return (
    <div
      role="group"
      aria-label={`Actions for ${subject}`}
      {...focus}
      className="flex flex-wrap items-center gap-2 empty:hidden"
    >
      {visitHref && appointment.status === "IN_PROGRESS" ? (
        <Button asChild size={size}>
          <Link href={visitHref}>Open visit</Link>
        </Button>
      ) : null}
      {choices.common.map((step) => (
        <StepButton key={step.to} step={step} {...shown} />
      ))}
      {spread ? <RareButtons {...shown} moveHref={moveHref} /> : <MoreSteps {...shown} />}
      {asking ? (
        <StepDialog
          {...asking}
          subject={subject}
          onClose={() => setAsking(undefined)}
          onTake={(reason) => choices.take(asking.to, reason)}
        />
      ) : null}
      {isMoving ? (
        <RescheduleDialog
          appointment={appointment}
          subject={subject}
          timeZone={timeZone}
          places={props.places ?? {}}
          hospitalId={props.hospitalId}
          asOf={asOf}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </div>
  );
}
