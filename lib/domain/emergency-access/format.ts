import type { Verdict } from "./status";

export { EMERGENCY_HOURS, MAX_A_DAY } from "./rules";

export const VERDICT_LABELS: Record<Verdict, { label: string; tone: "good" | "stop" }> = {
  JUSTIFIED: { label: "Justified", tone: "good" },
  NOT_JUSTIFIED: { label: "Not justified", tone: "stop" },
};
