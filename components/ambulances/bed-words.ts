/** The kinds of beds in everyday words, without those that only doctors request. */
export const BED_WORDS = {
  EMERGENCY: "Yes, in the emergency ward",
  GENERAL: "Yes, a general bed",
  ICU: "Yes, in intensive care",
  MATERNITY: "Yes, in maternity",
  PAEDIATRIC: "Yes, for a child",
} as const;

/** The status of the bed requested with an ambulance. */
export function bedSentence(status: string | null): string {
  if (status === "RESERVED") return "A bed is reserved at the hospital.";
  if (status === "ADMITTED") return "The patient is in the reserved bed.";
  if (status === null || status === "REQUESTED")
    return "A bed was also requested. The hospital will reserve one as soon as it can.";
  return "The requested bed is no longer reserved.";
}
