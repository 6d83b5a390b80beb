"use client";
import { CircleX, DoorOpen, UserX, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import {
  choicesFor,
  STEP_WORDS,
  UNDO_WORDS,
  type ActionableAppointment,
  type AvailableStep,
} from "@/lib/domain/appointments/format";
import type { RequestableStatus, Role } from "@/lib/domain/appointments/status";
import { useSteps } from "./use-steps";

export type ChoicesOf = {
  appointment: ActionableAppointment;
  /** The roles of this portal; the server checks the user's real ones. */
  roles: Role[];
  /** When the page was read, ISO. */
  asOf: string;
  /** The visit's own page: where "Start visit" leads, and what is shown while it runs. */
  visitHref?: Route;
  /** Only this step, e.g. checking in; all by default. */
  only?: RequestableStatus;
};

export type Choices = ReturnType<typeof useChoices>;

export const RARE: Partial<Record<RequestableStatus, LucideIcon>> = {
  NO_SHOW: UserX,
  LEFT: DoorOpen,
  CANCELLED: CircleX,
};

/** What can be done with an appointment now, and which of it is being asked about or under way. */
export function useChoices({ appointment, roles, asOf, visitHref, only }: ChoicesOf) {
  const now = useNow(asOf);
  const choices = choicesFor(appointment, roles, now);
  const steps = only ? choices.steps.filter(({ to }) => to === only) : choices.steps;
  const { take, undo, pendingStep } = useSteps(appointment, visitHref);
  const [asking, setAsking] = useState<AvailableStep>();
  const [isMoving, setMoving] = useState(false);
  const choose = ({ to, needsReason }: AvailableStep) => {
    if (needsReason || STEP_WORDS[to].question) return setAsking({ to, needsReason });
    void take(to).then((failure) => failure && toast.error(failure.message));
  };
  return {
    common: steps.filter(({ to }) => !RARE[to]),
    rare: steps.filter(({ to }) => RARE[to]),
    canReschedule: choices.canReschedule && !only,
    undoWords: choices.canUndo && !only ? UNDO_WORDS[appointment.status] : undefined,
    choose,
    take,
    undo,
    pendingStep,
    asking,
    setAsking,
    isMoving,
    setMoving,
  };
}
