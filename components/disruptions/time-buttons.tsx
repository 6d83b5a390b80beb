"use client";
import { ownTime } from "@/components/appointments/slot-days";
import { SlotFace } from "@/components/appointments/slot-time";
import { useSlotClocks } from "@/components/appointments/use-slot-clocks";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";

type Props = {
  /** Whose times they are. */
  title: string;
  slots: OfferedSlot[];
  timeZone: string;
  /** The start of the one that is being taken. */
  pending?: string | undefined;
  isDisabled?: boolean;
  onTake: (slot: OfferedSlot) => void;
};

/** A doctor's nearest times as buttons, by the place's clock, with the reader's own below it where it differs. */
export function TimeButtons({ title, slots, timeZone, pending, isDisabled = false, onTake }: Props) {
  const clockOf = useSlotClocks(timeZone);
  const reader = useReader();
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm font-semibold break-words">{title}</h3>
      <ul className="flex flex-wrap gap-2">
        {slots.map((slot) => (
          <li key={slot.start}>
            <Button
              variant="secondary"
              className="h-auto min-h-10 px-3 py-1.5 tabular pointer-coarse:min-h-11"
              data-slot={slot.start}
              pending={pending === slot.start}
              disabled={isDisabled}
              onClick={() => onTake(slot)}
            >
              <SlotFace
                slot={slot}
                label={formatInstant(slot.start, "datetime", { locale: reader.locale, clock: clockOf(slot) })}
                own={ownTime(slot.start, clockOf(slot), reader)}
              />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
