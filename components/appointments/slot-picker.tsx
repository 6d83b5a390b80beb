"use client";
import { CalendarX2, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, placeOf, sameWallClock } from "@/components/ui/format-instant";
import { IconButton } from "@/components/ui/icon-button";
import { useClock, useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import { DayStrip } from "./day-strip";
import { groupByDay, PICKER_DAYS, type SlotClock } from "./slot-days";
import { SlotTimes } from "./slot-times";
import { useSlotClocks, type SlotZones } from "./use-slot-clocks";

export type SlotPickerProps = {
  slots: OfferedSlot[];
  /** The first date shown, by the times' own calendar. */
  firstDate: string;
  /** The place's zone. In-person times are shown in it, video times in the reader's. */
  timeZone: string;
  /** Zones of the doctor's places, where they may differ. */
  zones?: SlotZones | undefined;
  /** The selected day, when it is stored outside. */
  day?: string | null | undefined;
  onDay?: ((date: string) => void) | undefined;
  /** Names of places by hospital ID ("" for the doctor's own practice); shown when there is more than one. */
  places: Record<string, string>;
  /** The slot being held, by `slotKey`: its button shows that it is busy. */
  pendingKey?: string | undefined;
  /** Other days are loading: the old ones are still shown. */
  isLoading?: boolean;
  onPick: (slot: OfferedSlot) => void;
  /** Shows another fortnight; `earlier` is absent at the beginning. */
  onEarlier?: (() => void) | undefined;
  onLater: () => void;
  /** The first available date outside this fortnight, when it has none. */
  nextDate?: string | undefined;
  onJump?: ((date: string) => void) | undefined;
};

/** A fortnight of available times: the days as a strip, the selected day's times by part of day. */
export function SlotPicker(props: SlotPickerProps) {
  const {
    slots,
    firstDate,
    timeZone,
    zones,
    places,
    pendingKey,
    isLoading = false,
    onPick,
    onEarlier,
    onLater,
    nextDate,
    onJump,
  } = props;
  const clockOf = useSlotClocks(timeZone, zones);
  const [held, setHeld] = useState<string>();
  const days = groupByDay(slots, firstDate, PICKER_DAYS, clockOf);
  const dayOf = (date: string | null | undefined) => days.find((day) => day.date === date);
  const chosen = dayOf(props.day) ?? dayOf(held) ?? days.find((day) => day.slots.length > 0);
  // Once someone interacts, the day no longer changes by itself, even when its last time goes. The address stays as it
  // is, because writing to it cancels a pending navigation.
  const stay = () => setHeld(chosen?.date);
  const choose = (date: string) => {
    setHeld(date);
    props.onDay?.(date);
  };
  return (
    <div onPointerEnter={stay} onFocus={stay} aria-busy={isLoading}>
      <DaysHeader first={firstDate} last={days.at(-1)?.date ?? firstDate} onEarlier={onEarlier} onLater={onLater} />
      <WhoseTimes slots={chosen?.slots ?? []} clockOf={clockOf} timeZone={timeZone} />
      <div className={cn("transition-opacity", isLoading && "opacity-60")}>
        <DayStrip days={days} chosen={chosen?.date} onChoose={choose} />
        <div className="mt-5">
          {chosen && chosen.slots.length > 0 ? (
            <SlotTimes day={chosen} clockOf={clockOf} places={places} pendingKey={pendingKey} onPick={onPick} />
          ) : (
            <NoTimes isOneDay={chosen !== undefined} nextDate={nextDate} onJump={onJump} />
          )}
        </div>
      </div>
    </div>
  );
}

type DaysHeaderProps = Pick<SlotPickerProps, "onEarlier" | "onLater"> & { first: string; last: string };

function DaysHeader({ first, last, onEarlier, onLater }: DaysHeaderProps) {
  const { locale } = useReader();
  return (
    <div className="mb-2 flex items-center justify-between gap-2">
      <p className="text-sm font-semibold">
        {formatDate(first, "date", locale)} – {formatDate(last, "date", locale)}
      </p>
      <div className="flex gap-1">
        <IconButton label="Earlier days" variant="secondary" size="sm" disabled={!onEarlier} onClick={onEarlier}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton label="Later days" variant="secondary" size="sm" onClick={onLater}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

type NoTimesProps = Pick<SlotPickerProps, "nextDate" | "onJump"> & { isOneDay: boolean };

function NoTimes({ isOneDay, nextDate, onJump }: NoTimesProps) {
  const { locale } = useReader();
  return (
    <EmptyState
      level={3}
      icon={<CalendarX2 />}
      title={isOneDay ? "No available times on this day" : "No available times in these two weeks"}
      text={
        nextDate
          ? `The first available time is on ${formatDate(nextDate, "long-date", locale)}.`
          : "When someone cancels, the time appears here at once."
      }
      action={
        nextDate && onJump ? (
          <Button onClick={() => onJump(nextDate)}>Show {formatDate(nextDate, "date", locale)}</Button>
        ) : undefined
      }
    />
  );
}

/** The times' zone, shown only to readers whose own clock differs. */
export function WhoseTimes({
  slots,
  clockOf,
  timeZone,
}: {
  slots: OfferedSlot[];
  clockOf: SlotClock;
  timeZone: string;
}) {
  const reader = useReader();
  const place = useClock(timeZone);
  const strange = [
    ...new Set(
      slots
        .filter(({ start, ...slot }) => !sameWallClock(start, clockOf(slot), reader.clock))
        .map((slot) => clockOf(slot).zone),
    ),
  ];
  const isFar = slots.some(({ start, mode }) => mode === "VIDEO" && !sameWallClock(start, place, reader.clock));
  if (strange.length === 0 && !isFar) return null;
  return (
    <p className="mb-3 text-sm text-quiet">
      {strange.length > 0
        ? `Times are in ${strange.map(placeOf).join(" and ")} time, with yours below.`
        : `By video: times are in your time zone (${placeOf(reader.timeZone)}). The doctor is in ${placeOf(timeZone)}.`}
    </p>
  );
}
