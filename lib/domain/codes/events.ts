import type { EventDraft } from "@/lib/actor/record";

type EditionEventType =
  | "diagnosis-edition.started"
  | "diagnosis-edition.uploaded"
  | "diagnosis-edition.progressed"
  | "diagnosis-edition.completed"
  | "diagnosis-edition.failed"
  | "diagnosis-edition.activated"
  | "diagnosis-edition.removed";

/** An edition's progress, for the administrators' open pages. */
export function editionEvent(type: EditionEventType, editionId: string): EventDraft {
  return {
    type,
    aggregate: "diagnosis-edition",
    aggregateId: editionId,
    audience: ["admin"],
    refs: { editionId },
    sinks: ["channels"],
  };
}
