import type { StatusTone, StepWords } from "@/lib/platform/life-cycle/words";
import type { BedBookingStatus, BedCondition, BedState, RequestableStatus, WardKind } from "./status";

export const WARD_KIND_LABELS: Record<WardKind, string> = {
  GENERAL: "General",
  ICU: "Intensive care",
  HDU: "High dependency",
  MATERNITY: "Maternity",
  PAEDIATRIC: "Children",
  ISOLATION: "Isolation",
  EMERGENCY: "Emergency",
};

export const BED_CONDITION_LABELS: Record<BedCondition, string> = {
  FREE: "Free",
  RESERVED: "Reserved",
  OCCUPIED: "Occupied",
  CLEANING: "Cleaning",
  OUT_OF_SERVICE: "Out of service",
  CLOSED: "Closed",
};

/** The tone of a condition; always shown with its label and an icon. */
export const BED_CONDITION_TONES: Record<BedCondition, StatusTone> = {
  FREE: "good",
  RESERVED: "wait",
  OCCUPIED: "accent",
  CLEANING: "neutral",
  OUT_OF_SERVICE: "stop",
  CLOSED: "stop",
};

export const BED_STATE_LABELS: Record<BedState, string> = {
  READY: "Ready",
  CLEANING: "Cleaning",
  OUT_OF_SERVICE: "Out of service",
};

/** The label of each status of a stay. */
export const STATUS_LABELS: Record<BedBookingStatus, string> = {
  REQUESTED: "Requested",
  RESERVED: "Reserved",
  ADMITTED: "Admitted",
  DISCHARGED: "Discharged",
  DECLINED: "Declined",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

export const STATUS_TONES: Record<BedBookingStatus, StatusTone> = {
  REQUESTED: "wait",
  RESERVED: "good",
  ADMITTED: "accent",
  DISCHARGED: "neutral",
  DECLINED: "stop",
  CANCELLED: "stop",
  EXPIRED: "stop",
};

/** The texts of each step. */
export const STEP_WORDS: Record<RequestableStatus, StepWords> = {
  RESERVED: { label: "Reserve a bed", done: "Reserved" },
  ADMITTED: { label: "Admit", done: "Admitted" },
  DISCHARGED: {
    label: "Discharge",
    done: "Discharged. The bed is being cleaned.",
    question: "Discharge this patient?",
    consequence: "The stay ends now, and the bed goes to cleaning. This can't be undone.",
  },
  DECLINED: {
    label: "Decline",
    done: "Declined",
    question: "Decline this request?",
    consequence: "A bed reserved for it becomes free again. The patient will see your reason.",
  },
  CANCELLED: {
    label: "Cancel",
    done: "Cancelled",
    question: "Cancel this request?",
    consequence: "A bed reserved for it becomes free again. This can't be undone.",
  },
};

export { canUndoDischarge } from "./rules";
