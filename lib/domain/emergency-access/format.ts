import { counted } from "@/lib/platform/text/counted";
import type { Verdict } from "./status";

export { EMERGENCY_HOURS, MAX_A_DAY } from "./rules";

export const VERDICT_LABELS: Record<Verdict, { label: string; tone: "good" | "stop" }> = {
  JUSTIFIED: { label: "Justified", tone: "good" },
  NOT_JUSTIFIED: { label: "Not justified", tone: "stop" },
};

/** The title of the reviews: what waits. */
export function reviewsTitle(count: number): string {
  if (count === 0) return "No emergency access to review";
  return `${counted(count, "emergency access", "emergency accesses")} to review`;
}
