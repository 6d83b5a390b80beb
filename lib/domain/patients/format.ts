import type { MyPatient } from "./queries";

/** A patient's relation to the account that books for them. */
export const RELATION_LABELS: Record<MyPatient["relation"], string> = {
  SELF: "Yourself",
  CHILD: "Your child",
  PARENT: "Your parent",
  SPOUSE: "Your partner",
  OTHER: "Someone you act for",
};
