import {
  offeredSlots,
  type Offer,
  type OfferedSchedule,
  type OfferedSlot,
  type OfferWindow,
} from "@/lib/domain/schedules/rules";

type Narrowing = { hospitalId: string | null; serviceId: string | null };

/** A doctor's open times, which become fewer as they are offered. */
export type Openings = {
  slotsFor(narrowing: Narrowing): OfferedSlot[];
  scheduleOf(slot: OfferedSlot): OfferedSchedule | undefined;
  take(slot: OfferedSlot): void;
};

/** Returns the open times of a doctor's offer in a window. They are computed once for each place and service. */
export function openingsOf(offer: Offer, window: OfferWindow): Openings {
  const bookings = [...offer.bookings];
  const known = new Map<string, OfferedSlot[]>();
  return {
    slotsFor({ hospitalId, serviceId }) {
      const key = `${hospitalId} ${serviceId}`;
      const narrowing = { hospitalId: hospitalId ?? undefined, serviceId: serviceId ?? undefined };
      const slots = known.get(key) ?? offeredSlots({ ...offer, bookings }, window, narrowing);
      known.set(key, slots);
      return slots;
    },
    scheduleOf: ({ scheduleId }) => offer.schedules.find(({ id }) => id === scheduleId),
    take({ start, end }) {
      bookings.push({ start, end });
      known.clear();
    },
  };
}
