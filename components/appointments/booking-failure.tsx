"use client";
import { FormMessage } from "@/components/ui/form-message";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { Alternatives } from "./alternatives";

/** Why a time was not to be had, and the nearest ones that are. Takes the focus when a dialog gives way to it. */
export function BookingFailure({ failure, onPick }: { failure: ActionFailure; onPick: (slot: OfferedSlot) => void }) {
  const isBusy = failure.code === "patient-busy";
  return (
    <div data-failure tabIndex={-1} className="mb-4 rounded-md">
      <FormMessage title={isBusy ? "There is another visit booked at this time." : failure.message}>
        {isBusy ? "Choose a time that does not overlap it." : <Alternatives failure={failure} onPick={onPick} />}
      </FormMessage>
    </div>
  );
}
