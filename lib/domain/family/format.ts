import type { AccessScope, Relation } from "@/lib/domain/patients/schema";

/** How long the link of an invitation works. */
export const FAMILY_LINK_DAYS = 14;

export const SCOPE_WORDS: Record<AccessScope, string> = {
  BOOK: "Appointments",
  READ: "Records",
  ALL: "Everything",
};

/** What each scope covers, in a sentence. */
export const SCOPE_MEANINGS: Record<AccessScope, string> = {
  BOOK: "Books and changes appointments, stays and ambulances. Doesn't see the records.",
  READ: "Reads the records and sees appointments. Changes nothing.",
  ALL: "Books, changes and reads.",
};

/** The same, said to the person who has it. */
export const YOUR_SCOPE: Record<AccessScope, string> = {
  BOOK: "You book and change appointments, stays and ambulances. You don't see the records.",
  READ: "You read the records and see appointments. You change nothing.",
  ALL: "You book, change and read.",
};

/** What the patient is to the person invited, as the one who invites sees it. */
export const INVITED_AS: Record<Exclude<Relation, "SELF">, string> = {
  CHILD: "Parent or guardian",
  PARENT: "Son or daughter",
  SPOUSE: "Partner",
  OTHER: "Someone else",
};

/** The same on a list of people; oneself too. */
export function holderWords(relation: Relation): string {
  return relation === "SELF" ? "Their own account" : INVITED_AS[relation];
}
