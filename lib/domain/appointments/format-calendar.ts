import type { CalendarEvent } from "@/lib/platform/calendar/ical";
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
 * An appointment as a calendar's event: time (by the clock of the place, if one goes there), doctor, place. Calendars are synchronised to many places, so nothing
 * clinical and no patient's name is in it. `origin` is the site's own.
 */
export function toCalendarEvent(card: AppointmentCard, origin: string): CalendarEvent {
  const { hospital, doctor } = card;
  const place = hospital ?? { ...doctor, name: doctor.practiceName };
  return {
    uid: `${card.id}@${new URL(origin).hostname}`,
    sequence: card.version,
    status: STATES[card.status] ?? "CONFIRMED",
    start: card.startsAt.toISOString(),
    end: card.endsAt.toISOString(),
    ...(card.mode === "VIDEO" ? {} : { timeZone: card.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone }),
    summary: `Visit: ${doctor.name}`,
    location: card.mode === "VIDEO" ? "By video" : [place.name, addressLine(place)].filter(Boolean).join(", "),
    url: `${origin}/patient/visits/${card.id}`,
  };
}

/** Where a place is, in one line; the city is often part of the address already. Null when nothing is known. */
export function addressLine({ address, city }: { address: string | null; city: string | null }): string | null {
  if (!address || !city) return address ?? city;
  return address.toLowerCase().includes(city.toLowerCase()) ? address : `${address}, ${city}`;
}
