import type { GrantScope } from "./status";

export const GRANT_WORDS: Record<GrantScope, string> = {
  RECORD: "The whole record",
  BACKGROUND: "Allergies and conditions only",
};

/** What each scope covers, in a sentence. */
export const GRANT_MEANINGS: Record<GrantScope, string> = {
  RECORD: "Notes of all visits, diagnoses, measurements, medicines, documents, allergies and conditions.",
  BACKGROUND: "No notes, measurements, medicines or documents.",
};
