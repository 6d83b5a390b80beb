import type { AuditPurpose } from "@/lib/actor/record";

/**
 * Actions on clinical data, by the word before the dot. PostgreSQL refuses such an entry without patient and purpose;
 * is_clinical() has the same list.
 */
export const CLINICAL = [
  "encounter",
  "addendum",
  "observation",
  "diagnosis",
  "prescription",
  "attachment",
  "document",
  "allergy",
  "condition",
  "answers",
  "conversation",
] as const;

export const PURPOSES = [
  "TREATMENT",
  "PATIENT_REQUEST",
  "PROXY",
  "SHARED",
  "EMERGENCY",
  "OPERATIONS",
] as const satisfies AuditPurpose[];

/** What an open page does again and again: it reads after each change, and saves while someone types. */
export const REPEATED = { verbs: ["read", "list", "write"], actions: ["prescription.open"] };
/** Repetitions with less than this between two of them are one look. */
export const SAME_LOOK_MINUTES = 15;

/** What a hospital's managers see of its operations, by the kind of thing: the audit trail's subjects. */
export const OPERATIONS = {
  beds: ["bed-booking", "bed", "ward"],
  ambulances: ["ambulance-booking", "ambulance"],
  appointments: ["appointment"],
  people: ["staff", "staff-invitation", "invitation", "affiliation"],
  setup: ["department", "import", "hospital", "patient", "to-call", "questionnaire"],
} as const;
export type OperationKind = keyof typeof OPERATIONS;
