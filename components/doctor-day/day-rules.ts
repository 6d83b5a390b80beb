import { formatInstant, type Formatting } from "@/components/ui/format-instant";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { counted } from "@/lib/platform/text/counted";

export type DayCounts = { waiting: number; running: number; requests: number };

const people = (count: number) => counted(count, "patient");

/** The day's title: waiting patients come before the next visit. */
export function dayTitle(counts: DayCounts, visits: VisitCard[], nowMs: number, reader: Formatting): string {
  if (counts.waiting > 0) return `${people(counts.waiting)} waiting`;
  const next = nextVisit(visits, nowMs);
  if (counts.running > 0)
    return next ? `In a visit, then ${formatInstant(next.start, "time", reader)}` : "In the last visit of the day";
  if (next) return `Next: ${formatInstant(next.start, "time", reader)}`;
  if (counts.requests > 0) return `${counted(counts.requests, "request")} to answer`;
  const hadSome = visits.some(({ status }) => status === "COMPLETED");
  return hadSome ? "Done for today" : "No appointments today";
}

/** The next patient who is expected and has not arrived. */
function nextVisit(visits: VisitCard[], nowMs: number): VisitCard | undefined {
  return visits.find(({ status, end }) => (status === "CONFIRMED" || status === "PENDING") && Date.parse(end) > nowMs);
}

export type DayEntry =
  { kind: "visit"; visit: VisitCard } | { kind: "gap"; from: string; to: string; minutes: number } | { kind: "now" };

const MIN_GAP_MINUTES = 15;
const TAKES_TIME = new Set<VisitCard["status"]>(["PENDING", "CONFIRMED", "CHECKED_IN", "IN_PROGRESS", "COMPLETED"]);

/** The day in order: visits, the gaps between those that take place, and the current time. */
export function dayEntries(visits: VisitCard[], nowMs: number): DayEntry[] {
  const entries: DayEntry[] = [];
  let busyUntil: string | undefined;
  for (const visit of visits) {
    const takesTime = TAKES_TIME.has(visit.status);
    if (takesTime && busyUntil) {
      const minutes = Math.round((Date.parse(visit.start) - Date.parse(busyUntil)) / 60_000);
      if (minutes >= MIN_GAP_MINUTES) entries.push({ kind: "gap", from: busyUntil, to: visit.start, minutes });
    }
    entries.push({ kind: "visit", visit });
    if (takesTime) busyUntil = visit.end;
  }
  const isLater = (entry: DayEntry) => entry.kind === "visit" && Date.parse(entry.visit.start) > nowMs;
  const at = entries.findIndex(isLater);
  const isBetween = at > 0 || (at === 0 && visits.length > 0);
  if (!isBetween) return [...entries, { kind: "now" }];
  const beforeGap =
    entries[at - 1]?.kind === "gap" && Date.parse((entries[at - 1] as { from: string }).from) > nowMs ? at - 1 : at;
  return [...entries.slice(0, beforeGap), { kind: "now" }, ...entries.slice(beforeGap)];
}

/** "4 min", "1 h 20 min". */
export function minutesText(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 60) return `${whole} min`;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
