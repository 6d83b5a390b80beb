"use client";
import { AppointmentActions } from "@/components/appointments/appointment-actions";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { routes } from "@/lib/site/routes";

export type VisitStepsProps = {
  visit: VisitCard;
  asOf: string;
  places: Record<string, string>;
  /** On the visit's own page, which needs no link to itself. */ isHere?: boolean;
  spread?: boolean;
  size?: "sm" | "md";
};

/** The doctor's steps for one visit, the same wherever the visit is shown. */
export function VisitSteps({ visit, asOf, places, isHere = false, spread = false, size = "sm" }: VisitStepsProps) {
  return (
    <AppointmentActions
      appointment={visit}
      roles={["doctor"]}
      who={visit.patient.name}
      asOf={asOf}
      timeZone={visit.place.timeZone}
      places={places}
      {...(isHere ? {} : { visitHref: routes.doctor.visit(visit.id) })}
      spread={spread}
      size={size}
    />
  );
}
