import type { Formatting } from "@/components/ui/format-instant";
import { LEAD_BANDS, type Outcome } from "@/lib/domain/analytics/status";
import { hourName, leadName } from "./report-words";

export const OUTCOME_LABELS: Record<Outcome, string> = {
  came: "Came",
  missed: "Missed",
  left: "Left",
  cancelled: "Cancelled",
  refused: "Declined or expired",
  open: "No outcome yet",
};

export type CountedFilter = {
  hour?: number | undefined;
  leadFromDays?: number | undefined;
  isReminded?: boolean | undefined;
};

/** "From 9:00 · Booked ahead: 3 to 6 days · Reminded": how a list is narrowed; empty for all. */
export function narrowedText(
  { hour, leadFromDays, isReminded }: CountedFilter,
  reading: Pick<Formatting, "locale">,
): string {
  const next = LEAD_BANDS.find((days) => leadFromDays !== undefined && days > leadFromDays);
  const parts = [
    hour === undefined ? null : `From ${hourName(hour, reading)}`,
    leadFromDays === undefined ? null : `Booked ahead: ${leadName(leadFromDays, next).toLowerCase()}`,
    isReminded === undefined ? null : isReminded ? "Reminded" : "Not reminded",
  ];
  return parts.filter(Boolean).join(" · ");
}
