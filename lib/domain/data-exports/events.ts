import type { EventDraft } from "@/lib/actor/record";

type DataExportEventType =
  | "data-export.requested"
  | "data-export.progressed"
  | "data-export.completed"
  | "data-export.failed"
  | "data-export.cancelled"
  | "data-export.expired";

/** An export's progress, for the open pages of the hospital and of administrators. */
export function dataExportEvent(
  type: DataExportEventType,
  { id, hospitalId }: { id: string; hospitalId: string | null },
): EventDraft {
  return {
    type,
    aggregate: "data-export",
    aggregateId: id,
    audience: hospitalId ? ["admin", `hospital:${hospitalId}`] : ["admin"],
    refs: { exportId: id, ...(hospitalId && { hospitalId }) },
    sinks: ["channels"],
  };
}
