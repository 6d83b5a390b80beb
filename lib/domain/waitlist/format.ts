import { counted } from "@/lib/platform/text/counted";
import type { OfferStatus, WaitlistStatus } from "./status";

export const WAITLIST_LABELS: Record<WaitlistStatus, string> = {
  WAITING: "Waiting",
  OFFERED: "Time offered",
  FULFILLED: "Time accepted",
  LEFT: "Left",
  EXPIRED: "Ended",
};

export const OFFER_LABELS: Record<OfferStatus, string> = {
  OPEN: "Open",
  ACCEPTED: "Accepted",
  DECLINED: "Declined",
  LAPSED: "Lapsed",
  WITHDRAWN: "Withdrawn",
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The name of an ISO weekday. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? "";
}

type Wish = { from: string; to: string; weekdays: readonly number[]; startTime: string; endTime: string };

/** On which weekdays and at what hours someone would come, said after the dates: "Monday and Friday, 09:00–12:00". */
export function wishText({ from, to, weekdays, startTime, endTime }: Wish): string {
  const days = new Intl.ListFormat("en-GB", { type: "conjunction" }).format([...weekdays].sort().map(weekdayName));
  const anyDay = weekdays.length === 0 || weekdays.length === 7;
  const anyHour = startTime === "00:00" && endTime === "24:00";
  const hours = anyHour ? "any time" : `${startTime}–${endTime}`;
  return from === to ? hours : `${anyDay ? "Any day" : days}, ${hours}`;
}

type Target = {
  doctorName: string | null;
  hospitalName: string | null;
  specialtyName: string | null;
  serviceName: string | null;
};

/** What someone waits for: "Dr Ada Moss, Riverside Hospital", "Cardiology at Riverside Hospital". */
export function targetText({ doctorName, hospitalName, specialtyName, serviceName }: Target): string {
  const who = doctorName ?? specialtyName;
  const what = who && serviceName ? `${who}, ${serviceName}` : (who ?? serviceName ?? "A time");
  if (!hospitalName) return what;
  return doctorName ? `${what}, ${hospitalName}` : `${what} at ${hospitalName}`;
}

/** The list's title: who waits now. */
export function waitingTitle(count: number): string {
  return count === 0 ? "No one is waiting" : `${counted(count, "person", "people")} waiting`;
}
