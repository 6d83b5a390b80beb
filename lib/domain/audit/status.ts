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
  "recall-reason",
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
  setup: ["department", "import", "data-export", "hospital", "patient", "to-call", "questionnaire", "message"],
} as const;
export type OperationKind = keyof typeof OPERATIONS;

/** How many entries one stretch has, about: a check of it takes less than a second. */
export const STRETCH_ENTRIES = 20_000;
/** Of one kind, and as many as an answer names; a table that was emptied has very many. */
export const MOST_FINDINGS = 100;
/** What a check of a stretch leaves in the trail. */
export const VERIFICATION = { action: "audit.verify", subject: "audit-trail" } as const;
