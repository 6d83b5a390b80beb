import type { CalendarEvent } from "@/lib/platform/calendar/ical";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { routes } from "@/lib/site/routes";
import { addressLine, calendarUid } from "./format-calendar";
import type { AppointmentStatus } from "./status";

/** What a calendar is told of an appointment: that it takes place, or that it doesn't. */
export type CalendarInvitation = { method: "REQUEST" | "CANCEL"; event: CalendarEvent };

const STATES: Partial<Record<AppointmentStatus, CalendarEvent["status"]>> = {
  PENDING: "TENTATIVE",
  CONFIRMED: "CONFIRMED",
  DECLINED: "CANCELLED",
  CANCELLED: "CANCELLED",
  EXPIRED: "CANCELLED",
};
const ALARM_MINUTES = 120;

const select = {
  id: true,
  startsAt: true,
  endsAt: true,
  status: true,
  mode: true,
  version: true,
  schedule: { select: { timeZone: true } },
  hospital: { select: { timeZone: true, address: true, city: true } },
  doctor: { select: { timeZone: true, address: true, city: true } },
} as const;

/**
 * Returns the calendar invitations for appointments as they are now, by ID; none for those that are neither ahead nor called
 * off. Mail is read on many screens: an invitation says when and at which address, and names neither doctor nor hospital.
 * Each change has a higher sequence, because it has a higher version. Unsafe: of anyone's, for those who are told of it.
 */
export async function unsafeListInvitations(ids: string[]): Promise<Map<string, CalendarInvitation>> {
  const rows = ids.length > 0 ? await db.appointment.findMany({ where: { id: { in: ids } }, select }) : [];
  return new Map(
    rows.flatMap(({ id, startsAt, endsAt, status, mode, version, schedule, hospital, doctor }) => {
      const state = STATES[status];
      if (!state) return [];
      const isVideo = mode === "VIDEO";
      const event: CalendarEvent = {
        uid: calendarUid(id, config.site.origin),
        sequence: version,
        status: state,
        start: startsAt.toISOString(),
        end: endsAt.toISOString(),
        ...(isVideo ? {} : { timeZone: schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone }),
        summary: "Appointment",
        location: isVideo ? "By video" : (addressLine(hospital ?? doctor) ?? undefined),
        url: `${config.site.origin}${routes.patient.visit(id)}`,
        alarmMinutes: ALARM_MINUTES,
      };
      return [[id, { method: state === "CANCELLED" ? "CANCEL" : "REQUEST", event } as const] as const];
    }),
  );
}
