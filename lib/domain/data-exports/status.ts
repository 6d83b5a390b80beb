import type { LifeCycle } from "@/lib/platform/life-cycle/life-cycle";

/** What a hospital's managers export. */
export const HOSPITAL_KINDS = ["APPOINTMENTS", "STAYS", "AMBULANCE_CALLS", "PATIENTS", "STAFF", "OPERATIONS"] as const;
/** What administrators export. */
export const PLATFORM_KINDS = ["AUDIT", "NUMBERS"] as const;
export const EXPORT_KINDS = [...HOSPITAL_KINDS, ...PLATFORM_KINDS] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ["CSV", "NDJSON"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_FAULTS = ["RIGHT_ENDED", "BROKEN", "STALLED"] as const;
export type ExportFault = (typeof EXPORT_FAULTS)[number];

export const EXPORT_STATUSES = ["WAITING", "RUNNING", "READY", "FAILED", "CANCELLED", "EXPIRED"] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** How an export comes about. Written in parts, it goes on after a crash where the last part ended. */
export const DATA_EXPORT_LIFE_CYCLE: LifeCycle<{
  state: ExportStatus;
  requestable: "CANCELLED";
  role: "system" | "requester";
  condition: never;
  stamp: "startedAt" | "finishedAt";
}> = {
  states: EXPORT_STATUSES,
  requestable: ["CANCELLED"],
  steps: {
    WAITING: { RUNNING: { system: [] }, FAILED: { system: [] }, CANCELLED: { requester: [] } },
    RUNNING: { READY: { system: [] }, FAILED: { system: [] }, CANCELLED: { requester: [] } },
    READY: { EXPIRED: { system: [] } },
  },
  stamps: { RUNNING: "startedAt", READY: "finishedAt", FAILED: "finishedAt", CANCELLED: "finishedAt" },
};

/** The job that writes one. */
export const EXPORT_TASK = "write-export";

/** How long a file can be downloaded. */
export const DOWNLOAD_HOURS = 24;
/** How many exports one person may ask for in 24 hours. */
export const DAILY_EXPORTS = 10;

const PATIENT = ["patient_id", "patient_name", "patient_born_on", "patient_phone"] as const;

/** The columns of each kind, in order: the header of a CSV file, the names of an NDJSON line. docs/api.md says what each holds. */
export const EXPORT_COLUMNS = {
  APPOINTMENTS: [
    ...["id", "starts_at", "ends_at", "status", "mode", "doctor", "service", ...PATIENT],
    ...["is_walk_in", "is_overbooked", "needs_rebooking", "created_at", "confirmed_at", "checked_in_at"],
    ...["started_at", "completed_at", "ended_at"],
  ],
  STAYS: [
    ...["id", "status", "ward_kind", "ward", "bed", ...PATIENT, "starts_at", "ends_at", "created_at"],
    ...["reserved_at", "admitted_at", "discharged_at", "ended_at"],
  ],
  AMBULANCE_CALLS: [
    ...["id", "status", "kind", "vehicle", "contact_name", "contact_phone", "pickup_address"],
    ...["pickup_latitude", "pickup_longitude", ...PATIENT, "created_at", "dispatched_at", "en_route_at"],
    ...["on_scene_at", "transporting_at", "arrived_at", "completed_at", "ended_at"],
  ],
  PATIENTS: ["id", "record_number", "name", "born_on", "phone", "email", "language", "created_at"],
  STAFF: ["id", "name", "email", "role", "created_at"],
  OPERATIONS: ["position", "occurred_at", "action", "subject", "subject_id", "acted_as", "actor", "via"],
  AUDIT: [
    ...["position", "occurred_at", "action", "subject", "subject_id", "actor_id", "actor", "via", "purpose"],
    ...["patient_id", "doctor_id", "hospital_id", "request_id", "details"],
  ],
  NUMBERS: [
    ...["day", "accounts", "patients", "appointments", "completed", "missed", "cancelled"],
    ...["admissions", "discharges", "ambulance_calls"],
  ],
} as const satisfies Record<ExportKind, readonly string[]>;

/** Kinds without a period: they say how it is now. */
export const WITHOUT_PERIOD: readonly ExportKind[] = ["PATIENTS", "STAFF"];

/** Tells whether it is still being written. */
export function isUnderWay(status: ExportStatus): boolean {
  return status === "WAITING" || status === "RUNNING";
}
