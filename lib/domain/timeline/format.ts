import { counted } from "@/lib/platform/text/counted";
import type { TimelineEntry } from "./schema";
import type { TimelineKind, TimelineType } from "./status";

export const KIND_LABELS: Record<TimelineKind, string> = {
  VISIT: "Visits",
  MEASUREMENT: "Measurements",
  PRESCRIPTION: "Prescriptions",
  BACKGROUND: "Allergies and conditions",
  DOCUMENT: "Documents",
  STAY: "Stays and ambulances",
  SHARING: "Sharing",
};

type Worded = Pick<TimelineEntry, "type" | "title" | "count" | "doctorName" | "placeName">;

const WORDS: Record<TimelineType, (entry: Worded) => string> = {
  VISIT: ({ doctorName }) => `Visit to ${doctorName}`,
  MEASURED: ({ count }) => counted(count ?? 0, "measurement"),
  PRESCRIBED: ({ doctorName }) => `Prescription from ${doctorName}`,
  PRESCRIPTION_WITHDRAWN: ({ doctorName }) => `Prescription withdrawn by ${doctorName}`,
  ALLERGY: ({ title }) => `Allergy recorded: ${title}`,
  CONDITION: ({ title }) => `Condition recorded: ${title}`,
  DOCUMENT: ({ title }) => title ?? "",
  STAY: ({ placeName }) => `Stay at ${placeName}`,
  AMBULANCE: ({ placeName }) => `Ambulance of ${placeName}`,
  SHARED: ({ doctorName }) => `Record shared with ${doctorName}`,
  SHARING_ENDED: ({ doctorName }) => `Record no longer shared with ${doctorName}`,
  EMERGENCY_ACCESS: ({ doctorName }) => `Record opened in an emergency by ${doctorName}`,
};

/** "Visit to Dr Mira Sonnwald", "Allergy recorded: Penicillin". */
export function entryText(entry: Worded): string {
  return WORDS[entry.type](entry);
}

/** What is said beside it: the service and the place of a visit, who measured, how many medicines. */
export function entryDetail({ type, title, count, doctorName, placeName }: Worded): string {
  if (type === "VISIT") return [title, placeName].filter(Boolean).join(" · ");
  if (type === "MEASURED") return `Taken by ${doctorName}`;
  if (type === "PRESCRIBED") return counted(count ?? 0, "medicine");
  return type === "DOCUMENT" ? "Document" : "";
}
