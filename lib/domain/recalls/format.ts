import { counted } from "@/lib/platform/text/counted";
import type { Dueness, RecallState, RecallStatus, RecallView } from "./status";

export const RECALL_LABELS: Record<RecallState | RecallStatus, string> = {
  OPEN: "Not booked yet",
  BOOKED: "Booked",
  DISMISSED: "Dismissed",
  REMOVED: "Removed",
};

export const DUENESS_LABELS: Record<Dueness, string> = { LATER: "Not due yet", DUE: "Due", OVERDUE: "Overdue" };

export const VIEW_LABELS: Record<RecallView, string> = {
  due: "Due",
  later: "Later",
  booked: "Booked",
  dismissed: "Dismissed",
};

/** The intervals that are offered. */
export const USUAL_MONTHS = [1, 3, 6, 12, 24] as const;

/** Says when: "In 6 months", "In 2 years". */
export function intervalText(months: number): string {
  return `In ${months % 12 === 0 ? counted(months / 12, "year") : counted(months, "month")}`;
}

/** Names a month: "May 2027". */
export function monthText(month: string, locale = "en-GB"): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}
