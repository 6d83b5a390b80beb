import { gapNow } from "./slots/gap";
import { openSlotAt, openSlots } from "./slots";
import {
  fullDates,
  horizonOf,
  placesOf,
  serviceOf,
  slotInput,
  type Narrowing,
  type Offer,
  type OfferedSchedule,
  type OfferedSlot,
  type OfferWindow,
} from "./rules/offer";

export type { Narrowing, Offer, OfferedSchedule, OfferedSlot, OfferWindow };

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

export type PlaceAndLength = { schedule: OfferedSchedule; minutes: number };

/** Returns the doctor's hours at a place, and how long a visit in person is there; null without hours, or without the service. */
export function lengthAt(offer: Offer, hospitalId: string | null, serviceId?: string): PlaceAndLength | null {
  const service = serviceOf(offer, { serviceId });
  const schedule = offer.schedules.find((one) => one.hospitalId === hospitalId);
  if (!schedule || service === undefined || service?.mode === "VIDEO") return null;
  return { schedule, minutes: service?.durationMinutes ?? schedule.slotMinutes };
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

/** How far ahead the doctor and the front desk book, where the hours don't open that early: a year, in days. */
const PRACTICE_HORIZON_DAYS = 366;

/** Returns the offer as the practice books it: a year ahead at the places that are its own. */
export function asPractice(
  offer: Offer,
  isOwn: (place: { doctorId: string; hospitalId: string | null }) => boolean,
): Offer {
  const { doctorId } = offer;
  return {
    ...offer,
    schedules: offer.schedules.map((schedule) =>
      isOwn({ doctorId, hospitalId: schedule.hospitalId })
        ? { ...schedule, horizonDays: Math.max(schedule.horizonDays, PRACTICE_HORIZON_DAYS) }
        : schedule,
    ),
  };
}
