import { counted, plural } from "@/lib/platform/text/counted";
import type { ReachCounts } from "./schema";
import type { DisruptionKind, DisruptionStatus, VisitStand } from "./status";

export const STATUS_LABELS: Record<DisruptionStatus, string> = {
  PREPARED: "Not announced yet",
  ANNOUNCED: "Announced",
  ENDED: "Ended",
  UNDONE: "Undone",
};

export const STAND_LABELS: Record<VisitStand, string> = {
  WAITING: "Not told yet",
  NEEDS_TIME: "Needs a new time",
  CHOSEN: "Chose a new time",
  MOVED: "Has a new time",
  CANCELLED: "Cancelled",
  KEPT: "Keeps its time",
};

/** Says who will be told of a change, and how, as far as it is known. */
export function reachText({ visits, told, toCall, unreachable }: ReachCounts): string {
  if (visits === 0) return "No one has an appointment then.";
  const parts = [
    told > 0 ? `${counted(told, "patient")} ${plural(told, "gets", "get")} a notification` : null,
    toCall > 0 ? `${toCall} ${plural(toCall, "has", "have")} to be called` : null,
    unreachable > 0 ? `${unreachable} can't be reached at all` : null,
  ].filter((part) => part !== null);
  return `${[counted(visits, "appointment"), parts.join(", ")].filter(Boolean).join(": ")}.`;
}

export const REACH_LABELS = {
  EMAIL: "Notification and email",
  NOTIFICATION: "Notification",
  PHONE: "To be called",
  NONE: "Can't be reached",
} as const;

export const STATUS_TONES = { PREPARED: "wait", ANNOUNCED: "accent", ENDED: "neutral", UNDONE: "neutral" } as const;

export const STAND_TONES = {
  WAITING: "neutral",
  NEEDS_TIME: "wait",
  CHOSEN: "good",
  MOVED: "good",
  CANCELLED: "neutral",
  KEPT: "good",
} as const;

/** Who is away or late, or what is closed. */
export function absenceName({ kind, doctorName, label }: Named): string {
  if (kind === "HOLIDAY") return "Public holidays";
  return doctorName ?? label ?? "A department";
}
type Named = { kind: DisruptionKind; doctorName: string | null; label: string | null };

/** "Dr Weiss is away", "Cardiology is closed". */
export function absenceTitle(absence: Named & { lateMinutes: number | null }): string {
  if (absence.kind === "HOLIDAY") return "Closed on public holidays";
  const what =
    absence.kind === "CLOSED" ? "closed" : absence.lateMinutes === null ? "away" : lateText(absence.lateMinutes);
  return `${absenceName(absence)} is ${what}`;
}

/** "40 minutes late", "1 hour 20 minutes late". */
export function lateText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? counted(hours, "hour") : null, rest > 0 ? counted(rest, "minute") : null];
  return `${parts.filter(Boolean).join(" ")} late`;
}
