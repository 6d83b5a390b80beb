"use client";
import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { changeBedAction, changeBedBookingAction } from "@/lib/domain/beds/actions";
import type { BedStep } from "./bed-steps";
import { bedName, findBed, type Board, type BoardRequest, type BoardStay, type PlacedBed } from "./board-view";
import { keptUntil, USUAL_HOURS } from "./kept-until";
import { useWork, type Work } from "@/components/contacts/use-work";

/** The dialog above the board, with its subject as it was when opened. */
export type BoardQuestion =
  | { kind: "assign"; request: BoardRequest; bedId?: string | undefined }
  | { kind: "pick"; placed: PlacedBed }
  | { kind: "admit-new"; bedId?: string | undefined }
  | { kind: "move"; stay: BoardStay; from: PlacedBed; bedId?: string | undefined }
  | { kind: "discharge"; stay: BoardStay; from: PlacedBed }
  | { kind: "decline"; booking: { id: string; version: number; name: string } }
  | { kind: "planned-end"; stay: BoardStay }
  | { kind: "out"; placed: PlacedBed };

/** How a step is taken: at once, or by asking first. */
type Ways = {
  now: (key: string, done: string, call: Parameters<Work["run"]>[2]) => Promise<void>;
  ask: (question: BoardQuestion) => void;
};

/** Every step on the board: those taken at once, and those that ask first. */
export function useBoardSteps(board: Board) {
  const work = useWork();
  const [question, ask] = useState<BoardQuestion>();
  const now: Ways["now"] = async (key, done, call) => {
    const refused = await work.run(key, done, call);
    if (refused) toast.error(refused.message);
  };

  const take = (placed: PlacedBed, step: BedStep) => {
    const { bed } = placed;
    const { stay } = bed;
    const setState = (state: "READY" | "CLEANING", done: string) =>
      void now(`bed:${bed.id}`, done, () => changeBedAction({ id: bed.id, version: bed.version, state }));
    switch (step) {
      case "assign":
        return ask({ kind: "pick", placed });
      case "admit-new":
        return ask({ kind: "admit-new", bedId: bed.id });
      case "clean":
        return setState("CLEANING", `${bedName(placed)} is being cleaned`);
      case "ready":
        return setState("READY", `${bedName(placed)} is ${bed.condition === "CLOSED" ? "ready" : "free"}`);
      case "out":
        return ask({ kind: "out", placed });
    }
    if (stay) takeStayStep({ now, ask }, placed, stay, step);
  };

  /** A patient was dragged to a free bed: a waiting one is assigned to it, an admitted one moves. */
  const drop = (bookingId: string, bedId: string) => {
    const request = board.requests.find(({ id }) => id === bookingId);
    if (request) return ask({ kind: "assign", request, bedId });
    const from = findBed(board, bedIdOf(board, bookingId));
    if (from?.bed.stay) ask({ kind: "move", stay: from.bed.stay, from, bedId });
  };
  return { work, question, ask, close: () => ask(undefined), take, drop };
}

/** The steps of a bed's patient or of its reservation. */
function takeStayStep({ now, ask }: Ways, placed: PlacedBed, stay: BoardStay, step: BedStep): void {
  const { id, version, name } = stay;
  const key = `bed:${placed.bed.id}`;
  switch (step) {
    case "admit":
      return void now(key, `${name} is admitted to ${bedName(placed)}`, () =>
        changeBedBookingAction({ id, version, status: "ADMITTED" }),
      );
    case "longer": {
      const reservedUntil = keptUntil(stay.reservedUntil ?? stay.from, USUAL_HOURS, Date.now());
      return void now(key, `${bedName(placed)} is reserved for longer`, () =>
        changeBedBookingAction({ id, version, status: "RESERVED", reservedUntil }),
      );
    }
    case "move":
    case "discharge":
      return ask({ kind: step, stay, from: placed });
    case "decline":
      return ask({ kind: "decline", booking: stay });
    case "planned-end":
      return ask({ kind: "planned-end", stay });
  }
}

function bedIdOf(board: Board, bookingId: string): string | undefined {
  for (const { beds } of board.wards) for (const bed of beds) if (bed.stay?.id === bookingId) return bed.id;
  return undefined;
}
