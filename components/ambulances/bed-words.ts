/** The kinds of beds in the words of someone who asks for one; those that only doctors ask for are left out. */
export const BED_WORDS = {
  EMERGENCY: "Yes, in the emergency ward",
  GENERAL: "Yes, an ordinary bed",
  ICU: "Yes, in intensive care",
  MATERNITY: "Yes, for giving birth",
  PAEDIATRIC: "Yes, for a child",
} as const;

/** How the bed stands that was asked for with an ambulance. */
export function bedSentence(status: string | null): string {
  if (status === "RESERVED") return "A bed is kept at the hospital.";
  if (status === "ADMITTED") return "The patient is in the bed that was kept.";
  if (status === null || status === "REQUESTED")
    return "A bed was asked for, too. The hospital keeps one as soon as it can.";
  return "The bed that was asked for is not kept any more.";
}
