"use client";
import { useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { shiftDate } from "@/lib/platform/time/local-date";
import { PICKER_DAYS } from "./slot-days";
import { SlotPicker, type SlotPickerProps } from "./slot-picker";
import type { useFreeSlots } from "./use-free-slots";

type FreeTimesProps = Omit<SlotPickerProps, "slots"> & {
  free: ReturnType<typeof useFreeSlots>;
  /** Only the times of this place ("" is the doctor's own practice); of all places by default. */
  placeId?: string;
};

/** A picker of times that are loaded on demand: while they load its shape, and a way to try again. */
export function FreeTimes({ free, placeId, ...picker }: FreeTimesProps) {
  if (free.state === "failed")
    return <ErrorState level={3} title="The available times couldn't be loaded" onRetry={free.retry} />;
  if (free.state === "ready") {
    const isHere = ({ hospitalId }: OfferedSlot) => placeId === undefined || (hospitalId ?? "") === placeId;
    return <SlotPicker slots={free.slots.filter(isHere)} {...picker} />;
  }
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Loading available times…</span>
      <Skeleton className="h-32" />
      <Skeleton className="h-40" />
    </div>
  );
}

/** The first date of a picker, never before today, and turning to other dates. */
export function useFirstDate(initial: string, today: string) {
  const [date, setDate] = useState(initial);
  const firstDate = date > today ? date : today;
  const turn = {
    firstDate,
    onEarlier: firstDate > today ? () => setDate(shiftDate(firstDate, -PICKER_DAYS)) : undefined,
    onLater: () => setDate(shiftDate(firstDate, PICKER_DAYS)),
  };
  return { firstDate, jump: setDate, turn };
}
