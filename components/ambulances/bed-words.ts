/** The kinds of beds in the words of someone who asks for one; those that only doctors ask for are left out. */
export const BED_WORDS = {
  EMERGENCY: "Yes, in the emergency ward",
  GENERAL: "Yes, a general bed",
  ICU: "Yes, in intensive care",
  MATERNITY: "Yes, in maternity",
  PAEDIATRIC: "Yes, for a child",
} as const;

/** How the bed stands that was asked for with an ambulance. */
export function bedSentence(status: string | null): string {
  if (status === "RESERVED") return "A bed is reserved at the hospital.";
  if (status === "ADMITTED") return "The patient is in the reserved bed.";
  if (status === null || status === "REQUESTED")
    return "A bed was also requested. The hospital will reserve one as soon as it can.";
  return "The requested bed is no longer reserved.";
}
