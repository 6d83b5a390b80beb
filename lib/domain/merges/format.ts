import { counted } from "@/lib/platform/text/counted";
import type { PatientRecord } from "./schema";
import type { Holder, Likeness, MergeField, Obstacle } from "./status";

/** Why a pair is listed. */
export const LIKENESS_WORDS: Record<Likeness, string> = {
  NAME_AND_BIRTH: "Same date of birth, similar name",
  NAME_AND_PHONE: "Same phone, similar name",
  NAME: "Same name, date of birth missing",
};

export const FIELD_LABELS: Record<MergeField, string> = { name: "Name", bornOn: "Date of birth", phone: "Phone" };

export const HOLDER_WORDS: Record<Holder, string> = {
  OWN: "Has an account",
  OTHERS: "Someone acts for them",
  NONE: "No account",
};

/** What stands against a merge, and what to do about it. */
export const OBSTACLE_WORDS: Record<Obstacle, string> = {
  merged: "One of these records has already been merged. Reload the page.",
  "has-merged": "Another record was merged into this one. Keep this one instead, or undo that merge first.",
  account: "This record belongs to someone's account, so it has to be the one that's kept.",
  "others-act": "People act for this record who don't act for the other one. Keep this one instead.",
  "appointments-overlap": "Both have an appointment at the same time. Cancel or reschedule one of them first.",
  "two-stays": "Both are in a bed right now. Discharge one of them first.",
  "account-decides": "The name and date of birth of someone with an account are what that account says.",
};

/** The page's title with the number of pairs to look at. */
export function duplicatesTitle(count: number): string {
  if (count === 0) return "No likely duplicates";
  return count >= 100 ? "More than 99 likely duplicates" : counted(count, "likely duplicate");
}

/** What a record holds at this hospital: "3 appointments, 1 stay". */
export function holdingsText({ appointments, stays, ambulances }: PatientRecord): string {
  const parts = [
    appointments > 0 && counted(appointments, "appointment"),
    stays > 0 && counted(stays, "stay"),
    ambulances > 0 && counted(ambulances, "ambulance call"),
  ].filter((part) => part !== false);
  return parts.join(", ") || "Nothing yet";
}
