import { counted } from "@/lib/platform/text/counted";
import type { DeviceKind, GrantScope, LinkPart } from "./status";

export const GRANT_WORDS: Record<GrantScope, string> = {
  RECORD: "The whole record",
  BACKGROUND: "Allergies and conditions only",
};

/** What each scope covers, in a sentence. */
export const GRANT_MEANINGS: Record<GrantScope, string> = {
  RECORD: "Notes of all visits, diagnoses, measurements, medicines, documents, allergies and conditions.",
  BACKGROUND: "No notes, measurements, medicines or documents.",
};

export const PART_WORDS: Record<LinkPart, string> = {
  ALLERGIES: "Allergies",
  CONDITIONS: "Conditions",
  MEDICINES: "Medicines",
  MEASUREMENTS: "Measurements",
  VISITS: "Visits",
};

/** What each part contains, where the word alone doesn't say it. */
export const PART_MEANINGS: Record<LinkPart, string | undefined> = {
  ALLERGIES: undefined,
  CONDITIONS: undefined,
  MEDICINES: "What is taken now, as far as it was prescribed here.",
  MEASUREMENTS: "All values over time.",
  VISITS: "What the doctors wrote, with diagnoses, and the measurements and medicines of the visit.",
};

/** What a link opens, in the middle of a sentence: "allergies and medicines". */
export function partsText(parts: readonly LinkPart[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(
    parts.map((part) => PART_WORDS[part].toLowerCase()),
  );
}

/** The same of one link: "allergies, and 2 chosen visits". */
export function openedText({ parts, visitIds }: { parts: readonly LinkPart[]; visitIds: readonly string[] }): string {
  if (visitIds.length === 0) return partsText(parts);
  const visits = counted(visitIds.length, "chosen visit");
  const others = parts.filter((part) => part !== "VISITS");
  return others.length > 0 ? `${partsText(others)}, and ${visits}` : visits;
}

/** How long a link holds, by its minutes. */
export const SPAN_WORDS: Record<number, string> = {
  15: "15 minutes",
  60: "1 hour",
  1440: "1 day",
  10080: "7 days",
};

export const DEVICE_WORDS: Record<DeviceKind, string> = {
  PHONE: "Phone",
  TABLET: "Tablet",
  COMPUTER: "Computer",
  OTHER: "Device",
};

/** On how many devices a link opens. */
export function devicesText(maxDevices: number): string {
  return maxDevices === 1
    ? "It opens on one device: the first one that opens it."
    : `It opens on ${maxDevices} devices at most.`;
}
