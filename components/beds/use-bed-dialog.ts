"use client";
import { useState, useTransition } from "react";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { isAvailable } from "./board-rules";
import { findBed, type Board } from "./board-view";

/** The bed chosen in a dialog, while it is available; the choice itself stays, so that a lost race can be told. */
export function useBedChoice(board: Board, preselected: string | undefined, isKept = false) {
  const [chosen, setChosen] = useState(preselected);
  const [isMissing, setMissing] = useState(false);
  const placed = findBed(board, chosen);
  const target = placed && isAvailable(placed.bed, isKept) ? placed : undefined;
  return {
    placed,
    target,
    /** The bed to send; without one, the field says so. */
    read: () => {
      setMissing(!target);
      return target;
    },
    /** For `BedChoice`. */
    field: {
      board,
      bedId: target?.bed.id,
      isKept,
      onChoose: setChosen,
      error: isMissing && !target ? "Choose a bed" : undefined,
    },
  };
}

/** The step a dialog of the board takes: a refusal stays inside, otherwise the dialog closes and focus goes to the bed. */
export function useBedStep(onClose: (bedId?: string) => void) {
  const [failure, setFailure] = useState<ActionFailure>();
  const [isSending, startSending] = useTransition();
  const take = (step: () => Promise<ActionFailure | undefined>, bedId?: string) =>
    startSending(async () => {
      setFailure(undefined);
      const refused = await step();
      if (refused) setFailure(refused);
      else onClose(bedId);
    });
  return { take, failure, isSending };
}
