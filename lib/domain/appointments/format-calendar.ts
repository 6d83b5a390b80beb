import type { CalendarEvent } from "@/lib/platform/calendar/ical";
import { routes } from "@/lib/site/routes";
import type { AppointmentCard } from "./queries";
import type { AppointmentStatus } from "./status";

const STATES: Partial<Record<AppointmentStatus, CalendarEvent["status"]>> = {
  HELD: "TENTATIVE",
  PENDING: "TENTATIVE",
  DECLINED: "CANCELLED",
  CANCELLED: "CANCELLED",
  EXPIRED: "CANCELLED",
};

/**
 * Formats an appointment as a calendar event: time (in the place's zone, for a visit in person), doctor, place.
 * Calendars are synchronised to many places, so it contains nothing clinical and no patient's name. `origin` is the
 * site's own.
 */
export function toCalendarEvent(card: AppointmentCard, origin: string): CalendarEvent {
  const { hospital, doctor } = card;
  const place = hospital ?? { ...doctor, name: doctor.practiceName };
  return {
    uid: calendarUid(card.id, origin),
    sequence: card.version,
    status: STATES[card.status] ?? "CONFIRMED",
    start: card.startsAt.toISOString(),
    end: card.endsAt.toISOString(),
    ...(card.mode === "VIDEO" ? {} : { timeZone: card.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone }),
    summary: `Visit: ${doctor.name}`,
    location: card.mode === "VIDEO" ? "By video" : [place.name, addressLine(place)].filter(Boolean).join(", "),
    url: `${origin}${routes.patient.visit(card.id)}`,
  };
}

/** The same in every file about an appointment, so that calendars know it again. */
export function calendarUid(appointmentId: string, origin: string): string {
  return `${appointmentId}@${new URL(origin).hostname}`;
}

/** Formats a place's address in one line; the city is often part of it already. Null when nothing is known. */
export function addressLine({ address, city }: { address: string | null; city: string | null }): string | null {
  if (!address || !city) return address ?? city;
  return address.toLowerCase().includes(city.toLowerCase()) ? address : `${address}, ${city}`;
}
