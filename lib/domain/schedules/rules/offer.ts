import { localDateAt } from "@/lib/platform/time/local-date";
import { DAY_MS } from "@/lib/platform/time/iso-text";
import type { Booking, HoursException, OpenSlotsInput, Slot, WeeklyRule } from "../slots";

/** One place's hours as the booking engine needs them. */
export type OfferedSchedule = {
  id: string;
  hospitalId: string | null;
  timeZone: string;
  slotMinutes: number;
  stepMinutes: number | null;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  minNoticeMinutes: number;
  horizonDays: number;
  autoConfirm: boolean;
  cancellationNoticeMinutes: number;
  mostVisitsPerPatientPerDay?: number | null;
  mostNewPatientsPerDay?: number | null;
  mostVisitsPerDay?: number | null;
  /** When the visits that count for `mostVisitsPerDay` start, in epoch milliseconds; null without such a limit. */
  visitStarts?: number[] | null;
  rules: WeeklyRule[];
  exceptions: HoursException[];
};

type VisitMode = "IN_PERSON" | "VIDEO";
export type OfferedService = { serviceId: string; durationMinutes: number; mode: VisitMode };

/** Everything that determines when one listed doctor can be booked: open places, services, and visits. */
export type Offer = {
  doctorId: string;
  timeZone: string;
  schedules: OfferedSchedule[];
  services: OfferedService[];
  bookings: Booking[];
  /** Whether the reader holds a slot of this doctor; that hold is not among the bookings. */
  hasOwnHold: boolean;
};

/** An available time at one place. */
export type OfferedSlot = Slot & { scheduleId: string; hospitalId: string | null; mode: VisitMode };

/** Filters of an offer. */
export type Narrowing = {
  scheduleId?: string | undefined;
  hospitalId?: string | undefined;
  serviceId?: string | undefined;
};
export type OfferWindow = { from: Date; to: Date; now: Date };

/** Finds starts on a local date that has reached its limit; null without such a rule. */
export function fullDates({
  mostVisitsPerDay,
  visitStarts,
  timeZone,
}: OfferedSchedule): ((start: string) => boolean) | null {
  if (mostVisitsPerDay === null || mostVisitsPerDay === undefined) return null;
  const counts = new Map<string, number>();
  for (const start of visitStarts ?? []) {
    const date = localDateAt(new Date(start), timeZone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return (start) => (counts.get(localDateAt(start, timeZone)) ?? 0) >= mostVisitsPerDay;
}

export function placesOf(offer: Offer, { scheduleId, hospitalId }: Narrowing): OfferedSchedule[] {
  return offer.schedules.filter(
    (schedule) =>
      (scheduleId === undefined || schedule.id === scheduleId) &&
      (hospitalId === undefined || schedule.hospitalId === hospitalId),
  );
}

/** The requested service; null without one, undefined when the doctor does not offer it. */
export function serviceOf(offer: Offer, { serviceId }: Narrowing): OfferedService | null | undefined {
  return serviceId === undefined ? null : offer.services.find((service) => service.serviceId === serviceId);
}

export function slotInput(
  offer: Offer,
  schedule: OfferedSchedule,
  service: OfferedService | null,
  now: Date,
): Omit<OpenSlotsInput, "window"> {
  return {
    timeZone: schedule.timeZone,
    now: now.toISOString(),
    rules: schedule.rules,
    exceptions: schedule.exceptions,
    slotMinutes: service?.durationMinutes ?? schedule.slotMinutes,
    stepMinutes: schedule.stepMinutes ?? schedule.slotMinutes,
    bufferBeforeMinutes: schedule.bufferBeforeMinutes,
    bufferAfterMinutes: schedule.bufferAfterMinutes,
    minNoticeMinutes: schedule.minNoticeMinutes,
    bookings: offer.bookings,
  };
}

/** The last instant at which a slot may start, in epoch milliseconds: elapsed days, not calendar days. */
export function horizonOf(schedule: OfferedSchedule, now: Date): number {
  return now.getTime() + schedule.horizonDays * DAY_MS;
}
