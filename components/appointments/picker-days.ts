import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { shiftDate } from "@/lib/platform/time/local-date";
import { todayIn } from "@/lib/platform/time/wall-clock";
import { PICKER_DAYS, type NextSlot, type SlotClock } from "./slot-days";
import type { useBookingAddress } from "./use-booking-address";
import { OWN_PRACTICE } from "./use-slot-clocks";

export type OfferedDays = {
  slots: OfferedSlot[];
  /** The first date in the address, else today. */
  firstDate: string | null;
  /** When the slots were read, for devices with wrong clocks. */
  asOf: string;
  /** The first available time anywhere, when there is none on these days. */
  nextSlot: NextSlot | null;
};

/** Returns what a picker needs to show these days and to turn to others, which the address then names. */
export function pickerDays(offered: OfferedDays, clockOf: SlotClock, address: ReturnType<typeof useBookingAddress>) {
  const { slots, asOf, nextSlot } = offered;
  const today = todayIn(clockOf(slots[0] ?? OWN_PRACTICE), Date.parse(asOf));
  const firstDate = offered.firstDate && offered.firstDate > today ? offered.firstDate : today;
  return {
    slots,
    firstDate,
    isLoading: address.isMoving,
    onEarlier: firstDate > today ? () => address.toDate(shiftDate(firstDate, -PICKER_DAYS)) : undefined,
    onLater: () => address.toDate(shiftDate(firstDate, PICKER_DAYS)),
    nextDate: nextSlot ? todayIn(clockOf(nextSlot), Date.parse(nextSlot.start)) : undefined,
    onJump: address.toDate,
  };
}
