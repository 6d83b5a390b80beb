import { counted } from "@/lib/platform/text/counted";

/** Says how long before: "3 days", "2 hours", "90 minutes". */
export function beforeText(minutes: number): string {
  if (minutes % 1440 === 0) return counted(minutes / 1440, "day");
  return minutes % 60 === 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
}

/** Says when patients are reminded: "3 days, 1 day and 2 hours before". */
export function timesText(minutesBefore: readonly number[]): string {
  if (minutesBefore.length === 0) return "No reminders";
  return `${new Intl.ListFormat("en-GB").format(minutesBefore.map(beforeText))} before`;
}
