"use client";
import { useLayoutEffect, useRef } from "react";
import { FormMessage } from "@/components/ui/form-message";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { counted } from "@/lib/platform/text/counted";
import { countBeds } from "./board-rules";
import { allBeds, bedName, type Board, type PlacedBed } from "./board-view";

/**
 * Why it failed, and what can be done now. Takes focus when it appears, because on phones it may be above the screen.
 */
export function LostRace({ failure, board }: { failure: ActionFailure | undefined; board: Board }) {
  const message = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => message.current?.focus(), [failure]);
  if (!failure || failure.fields?.length) return null;
  const { FREE } = countBeds(allBeds(board).map(({ bed }) => bed));
  return (
    <div ref={message} tabIndex={-1} className="rounded-md">
      <FormMessage title={failure.message}>
        {failure.code === "bed-taken" || failure.code === "bed-closed"
          ? FREE === 0
            ? "No other bed is free now."
            : `${counted(FREE, "other bed is", "other beds are")} free now: choose one below. Nothing you entered is lost.`
          : null}
      </FormMessage>
    </div>
  );
}

/**
 * The selected bed is no longer available, or not for this choice. The region is always rendered, so that it is
 * announced.
 */
export function GoneBed({ placed, target }: { placed: PlacedBed | undefined; target: PlacedBed | undefined }) {
  return (
    <div role="status" className="empty:hidden">
      {placed && !target ? (
        <FormMessage
          tone="wait"
          title={
            placed.bed.condition === "CLEANING"
              ? `${bedName(placed)} is being cleaned`
              : `${bedName(placed)} is no longer free`
          }
        >
          Choose another bed below. Nothing you entered is lost.
        </FormMessage>
      ) : null}
    </div>
  );
}
