import { Circle, CircleCheck, CircleDot, CircleX } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { LocalTime } from "@/components/ui/local-time";
import { stampsOf } from "@/lib/domain/ambulances/format";
import type { TrackedCall } from "@/lib/domain/ambulances/schema";
import { isOver, type AmbulanceBookingStatus } from "@/lib/domain/ambulances/status";

const STEPS: [AmbulanceBookingStatus, string][] = [
  ["REQUESTED", "Requested"],
  ["DISPATCHED", "An ambulance is assigned"],
  ["EN_ROUTE", "It is on the way"],
  ["ON_SCENE", "It is with you"],
  ["TRANSPORTING", "On the way to the hospital"],
  ["ARRIVED", "At the hospital"],
];
const ENDINGS: Partial<Record<AmbulanceBookingStatus, string>> = {
  DECLINED: "No hospital could send one",
  CANCELLED: "Cancelled",
};

export type StepActors = Partial<Record<AmbulanceBookingStatus, string>>;

export type Step = {
  status: AmbulanceBookingStatus;
  label: string;
  at: string | null;
  state: "done" | "now" | "to-come" | "broken-off";
};

/** Returns the progress of a call: the steps reached with their times, and the next ones unless it has ended. */
export function stepsOf(call: Parameters<typeof stampsOf>[0]): Step[] {
  const reached = new Map(stampsOf(call).map(({ status, at }) => [status, at]));
  const ending = ENDINGS[call.status];
  const way = STEPS.flatMap(([status, label]): Step[] => {
    const at = reached.get(status) ?? null;
    if (at === null) return isOver(call.status) ? [] : [{ status, label, at, state: "to-come" }];
    return [{ status, label, at, state: status === call.status ? "now" : "done" }];
  });
  return ending
    ? [...way, { status: call.status, label: ending, at: reached.get(call.status) ?? null, state: "broken-off" }]
    : way;
}

const ICONS = { done: CircleCheck, now: CircleDot, "to-come": Circle, "broken-off": CircleX } as const;
const LOOKS = {
  done: "text-good",
  now: "text-accent",
  "to-come": "text-line-strong",
  "broken-off": "text-stop",
} as const;

/** The same as a list, with the current step marked. */
export function CallSteps({ call, stepActors = {} }: { call: TrackedCall; stepActors?: StepActors }) {
  return (
    <ol className="grid gap-3">
      {stepsOf(call).map(({ status, label, at, state }) => {
        const Icon = ICONS[state];
        return (
          <li key={status} aria-current={state === "now" ? "step" : undefined} className="flex items-center gap-3">
            <Icon aria-hidden className={cn("size-5 shrink-0", LOOKS[state])} />
            <span
              className={cn("min-w-0 flex-1", state === "now" && "font-semibold", state === "to-come" && "text-quiet")}
            >
              {label}
              {stepActors[status] ? (
                <span className="block text-sm font-normal text-quiet">{stepActors[status]}</span>
              ) : null}
              {state === "to-come" ? <span className="sr-only"> (not yet)</span> : null}
            </span>
            {at ? <LocalTime instant={at} style="time" className="text-sm text-quiet tabular" /> : null}
          </li>
        );
      })}
    </ol>
  );
}
