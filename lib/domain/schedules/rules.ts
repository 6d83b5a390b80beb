import { localDateAt } from "@/lib/platform/time/local-date";
import { gapNow } from "./slots/gap";
import {
  openSlotAt,
  openSlots,
  type Booking,
  type HoursException,
  type OpenSlotsInput,
  type Slot,
  type WeeklyRule,
} from "./slots";
import { DAY_MS } from "@/lib/platform/time/iso-text";

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
type OfferedService = { serviceId: string; durationMinutes: number; mode: VisitMode };

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

/**
 * Returns the first `limit` available slots of an offer in a window, over all its places, ascending. A service
 * determines the length.
 */
export function offeredSlots(
  offer: Offer,
  window: OfferWindow,
  narrowing: Narrowing = {},
  limit = Infinity,
): OfferedSlot[] {
  const service = serviceOf(offer, narrowing);
  if (service === undefined) return [];
  const mode = service?.mode ?? "IN_PERSON";
  const slots = placesOf(offer, narrowing).flatMap((schedule) => {
    const { id: scheduleId, hospitalId } = schedule;
    const input = slotInput(offer, schedule, service, window.now);
    const isFull = fullDates(schedule);
    const all = openSlots(
      { ...input, window: { from: window.from.toISOString(), to: window.to.toISOString() } },
      isFull ? Infinity : limit,
    );
    const open = isFull ? all.filter(({ start }) => !isFull(start)).slice(0, limit) : all;
    const horizon = new Date(horizonOf(schedule, window.now)).toISOString();
    while (open.length > 0 && open[open.length - 1]!.start > horizon) open.pop();
    // Written out, because a spread costs ten times the rest, and a fortnight has hundreds of slots.
    return open.map(({ start, end }) => ({ start, end, scheduleId, hospitalId, mode }));
  });
  if (offer.schedules.length === 1) return slots;
  return slots.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)).slice(0, limit);
}

export type SlotVerdict =
  | { kind: "open"; slot: OfferedSlot; schedule: OfferedSchedule }
  /** The hours include this slot, but a visit occupies it. */
  | { kind: "taken" }
  /** No hours include it: never offered, too soon, or beyond the horizon. */
  | { kind: "not-offered" };

/** The preferred place where several have the same start. */
export type Preference = { preferredScheduleId?: string | undefined };

/** Tells whether a start is open (and where), taken, or not offered. */
export function checkSlot(offer: Offer, start: Date, now: Date, narrowing: Narrowing & Preference = {}): SlotVerdict {
  const service = serviceOf(offer, narrowing);
  if (service === undefined) return { kind: "not-offered" };
  const wanted = start.toISOString();
  let taken = false;
  const { preferredScheduleId } = narrowing;
  const places = placesOf(offer, narrowing).sort(
    (a, b) => Number(b.id === preferredScheduleId) - Number(a.id === preferredScheduleId),
  );
  for (const schedule of places) {
    if (start.getTime() > horizonOf(schedule, now)) continue;
    const input = slotInput(offer, schedule, service, now);
    const slot = openSlotAt(input, wanted);
    if (slot && !fullDates(schedule)?.(slot.start)) {
      const { id: scheduleId, hospitalId } = schedule;
      return { kind: "open", schedule, slot: { ...slot, scheduleId, hospitalId, mode: service?.mode ?? "IN_PERSON" } };
    }
    taken ||= slot !== null || openSlotAt({ ...input, bookings: [] }, wanted) !== null;
  }
  return { kind: taken ? "taken" : "not-offered" };
}

/** A gap shorter than this, in minutes, is too short for a visit, unless the slots are shorter. */
const MIN_GAP_MINUTES = 10;

/**
 * Returns the place that is open and free right now, off its slots' grid, and until when; null when there is none. A
 * service needs its full length.
 */
export function gapAt(
  offer: Offer,
  now: Date,
  narrowing: Narrowing = {},
): { slot: OfferedSlot; schedule: OfferedSchedule } | null {
  const service = serviceOf(offer, narrowing);
  if (service === undefined) return null;
  for (const schedule of placesOf(offer, narrowing)) {
    const gap = gapNow(slotInput(offer, schedule, service, now), service?.durationMinutes ?? MIN_GAP_MINUTES);
    if (gap)
      return {
        schedule,
        slot: { ...gap, scheduleId: schedule.id, hospitalId: schedule.hospitalId, mode: service?.mode ?? "IN_PERSON" },
      };
  }
  return null;
}

/**
 * Returns the offer without notice and daily limits, which restrict patients' bookings but not someone who is already
 * there.
 */
export function withoutNotice(offer: Offer): Offer {
  return {
    ...offer,
    schedules: offer.schedules.map((schedule) => ({ ...schedule, minNoticeMinutes: 0, mostVisitsPerDay: null })),
  };
}

/** Finds starts on a local date that has reached its limit; null without such a rule. */
function fullDates({ mostVisitsPerDay, visitStarts, timeZone }: OfferedSchedule): ((start: string) => boolean) | null {
  if (mostVisitsPerDay === null || mostVisitsPerDay === undefined) return null;
  const counts = new Map<string, number>();
  for (const start of visitStarts ?? []) {
    const date = localDateAt(new Date(start), timeZone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return (start) => (counts.get(localDateAt(start, timeZone)) ?? 0) >= mostVisitsPerDay;
}

function placesOf(offer: Offer, { scheduleId, hospitalId }: Narrowing): OfferedSchedule[] {
  return offer.schedules.filter(
    (schedule) =>
      (scheduleId === undefined || schedule.id === scheduleId) &&
      (hospitalId === undefined || schedule.hospitalId === hospitalId),
  );
}

/** The requested service; null without one, undefined when the doctor does not offer it. */
function serviceOf(offer: Offer, { serviceId }: Narrowing): OfferedService | null | undefined {
  return serviceId === undefined ? null : offer.services.find((service) => service.serviceId === serviceId);
}

function slotInput(
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
function horizonOf(schedule: OfferedSchedule, now: Date): number {
  return now.getTime() + schedule.horizonDays * DAY_MS;
}
