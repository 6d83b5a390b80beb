import type { PlacedBed } from "./board-view";

/** What can be done with a bed or its patient. */
export type BedStep =
  | "assign"
  | "admit-new"
  | "admit"
  | "move"
  | "discharge"
  | "planned-end"
  | "longer"
  | "decline"
  | "clean"
  | "ready"
  | "out";

export type BedStepChoice = { step: BedStep; label: string; isMain?: boolean; isDanger?: boolean };

/** Returns the steps for a bed's condition, the usual one first. */
export function stepsOf({ bed }: PlacedBed, hasRequests: boolean): BedStepChoice[] {
  const out: BedStepChoice = { step: "out", label: "Out of service…" };
  switch (bed.condition) {
    case "FREE":
      return [
        ...(hasRequests ? [{ step: "assign", label: "Assign to a waiting patient…", isMain: true } as const] : []),
        { step: "admit-new", label: "Admit a patient here…", isMain: !hasRequests },
        { step: "clean", label: "Send to cleaning" },
        out,
      ];
    case "RESERVED":
      return [
        { step: "admit", label: "Admit", isMain: true },
        { step: "longer", label: "Reserve for 4 more hours" },
        { step: "move", label: "Another bed…" },
        { step: "decline", label: "Decline…", isDanger: true },
      ];
    case "OCCUPIED":
      return [
        { step: "discharge", label: "Discharge…", isMain: true },
        { step: "move", label: "Another bed…" },
        { step: "planned-end", label: "Planned end…" },
      ];
    case "CLEANING":
      return [{ step: "ready", label: "Mark as ready", isMain: true }, ...(bed.stay ? [] : [out])];
    case "OUT_OF_SERVICE":
      return [
        { step: "ready", label: "Back in service", isMain: true },
        { step: "clean", label: "Send to cleaning first" },
      ];
    case "CLOSED":
      return [
        ...(bed.stay
          ? [
              { step: "move", label: "Another bed…", isMain: true } as const,
              { step: "decline", label: "Decline…", isDanger: true } as const,
            ]
          : []),
        bed.state === "READY"
          ? { step: "clean", label: "Send to cleaning" }
          : { step: "ready", label: "Mark as ready" },
      ];
  }
}
