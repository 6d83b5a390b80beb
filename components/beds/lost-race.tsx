"use client";
import { useEffect, useRef } from "react";
import { FormMessage } from "@/components/ui/form-message";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { countBeds } from "./board-rules";
import { allBeds, type Board } from "./board-view";

/** Why it did not happen, and what one can do now. It takes the focus: on phones it may stand above the screen. */
export function LostRace({ failure, board }: { failure: ActionFailure | undefined; board: Board }) {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), [failure]);
  if (!failure || failure.fields?.length) return null;
  const { FREE } = countBeds(allBeds(board).map(({ bed }) => bed));
  return (
    <div ref={message} tabIndex={-1} className="rounded-md">
      <FormMessage title={failure.message}>
        {failure.code === "bed-taken" ? (FREE === 0 ? "No other bed is free now." : `${FREE} ${FREE === 1 ? "other bed is" : "other beds are"} free now: choose one below. Nothing you entered is lost.`) : null}
      </FormMessage>
    </div>
  );
}
