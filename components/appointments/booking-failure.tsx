"use client";
import { useLayoutEffect, useRef } from "react";
import { FormMessage } from "@/components/ui/form-message";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { Alternatives } from "./alternatives";
import type { SlotClock } from "./slot-days";

type BookingFailureProps = { failure: ActionFailure; clockOf: SlotClock; onPick: (slot: OfferedSlot) => void };

/**
 * Why a time was unavailable, with the nearest available ones. Takes focus when it appears, because on phones it may be
 * above the screen.
 */
export function BookingFailure({ failure, clockOf, onPick }: BookingFailureProps) {
  const isBusy = failure.code === "patient-busy";
  const message = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => message.current?.focus(), [failure]);
  return (
    <div ref={message} data-failure tabIndex={-1} className="mb-4 rounded-md">
      <FormMessage title={isBusy ? "There's another appointment at this time." : failure.message}>
        {isBusy ? (
          "Choose a time that doesn't overlap it."
        ) : (
          <Alternatives failure={failure} clockOf={clockOf} onPick={onPick} />
        )}
      </FormMessage>
    </div>
  );
}
