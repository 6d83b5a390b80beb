import { minutesText } from "@/components/doctor-day/day-rules";

/** "35 min left", "less than a minute left", "has expired". */
export function leftText(untilIso: string, nowMs: number): string {
  const minutes = (Date.parse(untilIso) - nowMs) / 60_000;
  if (minutes <= 0) return "has expired";
  return minutes < 1 ? "less than a minute left" : `${minutesText(Math.floor(minutes))} left`;
}

/** "20 min left", "due now", "9 min overdue". */
export function cleaningText(minutesLeft: number): string {
  if (minutesLeft === 0) return "due now";
  return minutesLeft > 0 ? `${minutesText(minutesLeft)} left` : `${minutesText(-minutesLeft)} overdue`;
}
