import { counted } from "@/lib/platform/text/counted";
import type { DataExportOutput } from "./schema";
import { isUnderWay, type ExportFault, type ExportFormat, type ExportKind, type ExportStatus } from "./status";

type Words = { label: string; hint: string; one: string; many: string; file: string };

/** What each kind is called, with a sentence on what is in it. */
export const KIND_WORDS: Record<ExportKind, Words> = {
  APPOINTMENTS: {
    label: "Appointments",
    hint: "Patient, doctor, service, times and status; not what was written about them",
    one: "appointment",
    many: "appointments",
    file: "appointments",
  },
  STAYS: {
    label: "Stays",
    hint: "Bed requests and stays: patient, ward, bed and times",
    one: "stay",
    many: "stays",
    file: "stays",
  },
  AMBULANCE_CALLS: {
    label: "Ambulance calls",
    hint: "Calls your vehicles served: caller, pick-up and each step",
    one: "ambulance call",
    many: "ambulance calls",
    file: "ambulance-calls",
  },
  PATIENTS: {
    label: "Patients",
    hint: "Everyone who has been here: name, date of birth and phone; no records",
    one: "patient",
    many: "patients",
    file: "patients",
  },
  STAFF: { label: "Staff", hint: "Name, email and role", one: "staff member", many: "staff members", file: "staff" },
  OPERATIONS: {
    label: "Operations",
    hint: "Who did what at your hospital, patients unnamed",
    one: "operation",
    many: "operations",
    file: "operations",
  },
  AUDIT: {
    label: "Audit trail",
    hint: "Every entry, in codes and IDs, with the name of who acted",
    one: "audit entry",
    many: "audit entries",
    file: "audit",
  },
  NUMBERS: {
    label: "Numbers",
    hint: "Accounts, appointments, admissions and calls for each day",
    one: "day",
    many: "days",
    file: "numbers",
  },
};

/** "appointments", "the audit trail": what is exported, in a sentence. */
export function whatOf(kind: ExportKind): string {
  return kind === "AUDIT" ? "the audit trail" : KIND_WORDS[kind].label.toLowerCase();
}

export const FORMAT_WORDS: Record<ExportFormat, string> = { CSV: "CSV", NDJSON: "NDJSON" };

export const STATUS_WORDS: Record<ExportStatus, { label: string; tone: "good" | "wait" | "stop" | "neutral" }> = {
  WAITING: { label: "Waiting", tone: "wait" },
  RUNNING: { label: "Being written", tone: "wait" },
  READY: { label: "Ready", tone: "good" },
  FAILED: { label: "Not exported", tone: "stop" },
  CANCELLED: { label: "Cancelled", tone: "neutral" },
  EXPIRED: { label: "Expired", tone: "neutral" },
};

export const FAULT_WORDS: Record<ExportFault, string> = {
  RIGHT_ENDED: "The person who asked for it may no longer have it.",
  BROKEN: "Something went wrong on our side. Nothing was kept; please ask again.",
  STALLED: "It stopped halfway. Nothing was kept; please ask again.",
};

/** "1 patient", "1,000,000 appointments". */
export function countOf(kind: ExportKind, count: number): string {
  const { one, many } = KIND_WORDS[kind];
  return counted(count, one, many);
}

/** "4.2 MB". */
export function sizeOf(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const step = bytes < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

/** The name a download is saved under: what it is, of which day and in which format. */
export function fileNameOf({ kind, format, createdAt }: { kind: ExportKind; format: ExportFormat; createdAt: Date }) {
  const extension = { CSV: "csv", NDJSON: "ndjson" }[format];
  return `${KIND_WORDS[kind].file}-${createdAt.toISOString().slice(0, 10)}.${extension}`;
}

/** Returns the page's title: what is being written, what is ready, else its purpose. */
export function exportTitle(items: Pick<DataExportOutput, "kind" | "status" | "isOwn">[], purpose: string): string {
  const own = items.filter(({ isOwn }) => isOwn);
  const running = own.find(({ status }) => isUnderWay(status));
  if (running) return `Exporting ${whatOf(running.kind)}`;
  const ready = own.filter(({ status }) => status === "READY").length;
  return ready > 0 ? `${counted(ready, "file")} ready to download` : purpose;
}
