"use client";
import { CalendarClock, CircleX, DoorOpen, Undo2, UserX, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { formatInstant } from "@/components/ui/format-instant";
import { toast } from "@/components/ui/toast";
import { Link } from "@/components/ui/link";
import { useClock, useReader } from "@/components/ui/reader";
import {
  choicesFor,
  STEP_WORDS,
  UNDO_WORDS,
  type ActionableAppointment,
  type AvailableStep,
} from "@/lib/domain/appointments/format";
import type { RequestableStatus, Role } from "@/lib/domain/appointments/status";
import { RescheduleDialog } from "./reschedule-dialog";
import { StepDialog } from "./step-dialog";
import { useFocusAfter } from "./use-focus-after";
import { useSteps } from "./use-steps";
import { useNow } from "@/components/ui/use-now";

export type AppointmentActionsProps = {
  appointment: ActionableAppointment & { doctorId: string; serviceId: string | null };
  /** The roles of this portal; the server checks the user's real ones. */
  roles: Role[];
  /** The name for labels and dialogs: the patient's, or the doctor's in the patient's portal. */
  who: string;
  /** When the page was read, ISO. */
  asOf: string;
  /** The place's zone, and names of the doctor's places by hospital ID ("" for the doctor's own practice); for rescheduling. */
  timeZone: string;
  places?: Record<string, string>;
  /** Rescheduling is limited to this hospital's hours. */
  hospitalId?: string | undefined;
  /** The visit's own page: where "Start visit" leads, and what is shown while it runs. */
  visitHref?: Route;
  /** A separate page for choosing another time, instead of the dialog. */
  moveHref?: Route;
  /** Only this step, e.g. checking in; all by default. */
  only?: RequestableStatus;
  /** All choices as buttons, for a page about one appointment; otherwise the rarer ones are in a menu. */
  spread?: boolean;
  size?: "sm" | "md";
};

const RARE: Partial<Record<RequestableStatus, LucideIcon>> = { NO_SHOW: UserX, LEFT: DoorOpen, CANCELLED: CircleX };

/** An appointment's available actions: taken at once or after a question, with their results. */
export function AppointmentActions(props: AppointmentActionsProps) {
  const { appointment, roles, who, asOf, visitHref, spread = false, size = "sm" } = props;
  const { status, start } = appointment;
  const { locale } = useReader();
  const clock = useClock(props.timeZone);
  const now = useNow(asOf);
  const choices = choicesFor(appointment, roles, now);
  const steps = props.only ? choices.steps.filter(({ to }) => to === props.only) : choices.steps;
  const canReschedule = choices.canReschedule && !props.only;
  const { take, undo, pendingStep } = useSteps(appointment, visitHref);
  const undoWords = choices.canUndo && !props.only ? UNDO_WORDS[status] : undefined;
  const [asking, setAsking] = useState<{ to: RequestableStatus; needsReason: boolean }>();
  const [isMoving, setMoving] = useState(false);
  const focus = useFocusAfter(status);

  const subject = `${who}, ${formatInstant(start, "datetime", { locale, clock })}`;
  const choose = (to: RequestableStatus, needsReason: boolean) => {
    if (needsReason || STEP_WORDS[to].question) return setAsking({ to, needsReason });
    void take(to).then((failure) => failure && toast.error(failure.message));
  };
  const common = steps.filter(({ to }) => !RARE[to]);
  const rare = steps.filter(({ to }) => RARE[to]);
  const stepButton = ({ to, needsReason }: AvailableStep) => (
    <Button
      key={to}
      size={size}
      variant={to === common[0]?.to ? "primary" : "secondary"}
      pending={pendingStep === to}
      disabled={pendingStep !== undefined && pendingStep !== to}
      onClick={() => choose(to, needsReason)}
    >
      {STEP_WORDS[to].label}
      <span className="sr-only">: {subject}</span>
    </Button>
  );
  return (
    <div
      role="group"
      aria-label={`Actions for ${subject}`}
      {...focus}
      className="flex flex-wrap items-center gap-2 empty:hidden"
    >
      {visitHref && status === "IN_PROGRESS" ? (
        <Button asChild size={size}>
          <Link href={visitHref}>Open visit</Link>
        </Button>
      ) : null}
      {common.map(stepButton)}
      {spread && canReschedule && props.moveHref ? (
        <Button asChild size={size} variant="secondary">
          <Link href={props.moveHref}>Reschedule</Link>
        </Button>
      ) : null}
      {spread && canReschedule && !props.moveHref ? (
        <Button size={size} variant="secondary" onClick={() => setMoving(true)}>
          Reschedule
        </Button>
      ) : null}
      {spread ? rare.map(stepButton) : null}
      {spread && undoWords ? (
        <Button
          size={size}
          variant="secondary"
          pending={pendingStep === "UNDO"}
          disabled={pendingStep !== undefined && pendingStep !== "UNDO"}
          onClick={undo}
        >
          <Undo2 aria-hidden /> {undoWords.label}
          <span className="sr-only">: {subject}</span>
        </Button>
      ) : null}
      {!spread && (rare.length > 0 || canReschedule || undoWords) ? (
        <MoreMenu label={`More actions for ${subject}`} size={size}>
          {canReschedule ? (
            <DropdownMenuItem onSelect={() => setMoving(true)}>
              <CalendarClock aria-hidden /> Reschedule
            </DropdownMenuItem>
          ) : null}
          {rare.map(({ to, needsReason }) => {
            const Icon = RARE[to] ?? CircleX;
            return (
              <DropdownMenuItem key={to} tone="stop" onSelect={() => choose(to, needsReason)}>
                <Icon aria-hidden /> {STEP_WORDS[to].label}
              </DropdownMenuItem>
            );
          })}
          {undoWords ? (
            <DropdownMenuItem onSelect={undo}>
              <Undo2 aria-hidden /> {undoWords.label}
            </DropdownMenuItem>
          ) : null}
        </MoreMenu>
      ) : null}
      {asking ? (
        <StepDialog
          {...asking}
          subject={subject}
          onClose={() => setAsking(undefined)}
          onTake={(reason) => take(asking.to, reason)}
        />
      ) : null}
      {isMoving ? (
        <RescheduleDialog
          appointment={appointment}
          subject={subject}
          timeZone={props.timeZone}
          places={props.places ?? {}}
          hospitalId={props.hospitalId}
          asOf={asOf}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </div>
  );
}
