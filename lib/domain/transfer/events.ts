import type { EventDraft } from "@/lib/actor/record";

export type ImportEventType =
  | "import.started"
  | "import.checked"
  | "import.confirmed"
  | "import.progressed"
  | "import.completed"
  | "import.failed"
  | "import.undone"
  | "import.dismissed";

/** A file's progress, for the open pages of the hospital and of administrators. */
export function importEvent(type: ImportEventType, { id, hospitalId }: { id: string; hospitalId: string }): EventDraft {
  return {
    type,
    aggregate: "import",
    aggregateId: id,
    audience: ["admin", `hospital:${hospitalId}`],
    refs: { importId: id, hospitalId },
    sinks: ["channels"],
  };
}
