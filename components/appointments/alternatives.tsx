"use client";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format-instant";
import { useReader } from "@/components/ui/reader";
import { offeredSlotSchema, type OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { SlotClock } from "./slot-days";

const extra = z.object({ alternatives: z.array(offeredSlotSchema) });

/** The nearest available times that came with "just taken"; nothing for other failures. */
export function Alternatives({
  failure,
  clockOf,
  onPick,
}: {
  failure: ActionFailure;
  clockOf: SlotClock;
  onPick: (slot: OfferedSlot) => void;
}) {
  const { locale } = useReader();
  const parsed = extra.safeParse(failure.extra);
  if (!parsed.success || parsed.data.alternatives.length === 0) return null;
  return (
    <div role="group" aria-label="Nearest available times" className="mt-2 flex flex-wrap gap-2">
      {parsed.data.alternatives.map((slot) => (
        <Button key={`${slot.start}-${slot.scheduleId}`} variant="secondary" size="sm" onClick={() => onPick(slot)}>
          {formatInstant(slot.start, "datetime", { locale, clock: clockOf(slot) })}
        </Button>
      ))}
    </div>
  );
}
