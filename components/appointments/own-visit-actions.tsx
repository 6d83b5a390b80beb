"use client";
import { AppointmentActions, type AppointmentActionsProps } from "./appointment-actions";
import type { Visit } from "./visit";

type Props = { visit: Visit; asOf: string } & Pick<AppointmentActionsProps, "only" | "moveHref" | "spread">;

/** A visit's actions for its patient. */
export function OwnVisitActions({ visit, asOf, ...look }: Props) {
  return (
    <AppointmentActions
      appointment={{ ...visit, doctorId: visit.doctor.id, serviceId: visit.service?.id ?? null }}
      roles={["patient"]}
      who={visit.doctor.name}
      asOf={asOf}
      timeZone={visit.timeZone}
      size="md"
      {...look}
    />
  );
}
