"use client";
import { AppointmentActions } from "@/components/appointments/appointment-actions";
import type { RequestableStatus } from "@/lib/domain/appointments/status";
import type { DeskCard } from "./desk-card";

export type DeskStepsProps = {
  visit: DeskCard;
  asOf: string;
  only?: RequestableStatus;
  spread?: boolean;
  size?: "sm" | "md";
};

/** The front desk's steps for one visit, the same wherever the visit is shown. */
export function DeskSteps({ visit, asOf, only, spread = false, size = "sm" }: DeskStepsProps) {
  return (
    <AppointmentActions
      appointment={visit}
      roles={["staff"]}
      who={visit.patient.name}
      asOf={asOf}
      timeZone={visit.place.timeZone}
      hospitalId={visit.place.hospitalId ?? undefined}
      spread={spread}
      size={size}
      {...(only ? { only } : {})}
    />
  );
}
