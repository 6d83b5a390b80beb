import { actorLabel, entryAt } from "@/lib/domain/history/rules";
import type { HistoryItem, HistoryReader, TrailEntry } from "@/lib/domain/history/schema";
import type { AppointmentCard } from "../queries";

type Told = Pick<
  AppointmentCard,
  "createdAt" | "confirmedAt" | "checkedInAt" | "startedAt" | "completedAt" | "endedAt" | "status"
>;

/** The text for each action; bookings are described by their outcome. */
const WORDS: Record<string, string> = {
  "appointment.confirmed": "Confirmed",
  "appointment.declined": "Declined",
  "appointment.cancelled": "Cancelled",
  "appointment.confirm-attendance": "The patient will come",
  "appointment.remind": "The patient was reminded",
  "appointment.ask-for-call": "Asked to be called about a new time",
  "appointment.checked-in": "Checked in",
  "appointment.in-progress": "The visit started",
  "appointment.completed": "The visit was completed",
  "appointment.no-show": "Missed",
  "appointment.left": "Left without being seen",
  "appointment.expire": "Expired: the request wasn't answered in time",
  "appointment.reschedule": "Rescheduled",
  "appointment.keep-time": "Kept, at a new local time",
  "appointment.undo-checked-in": "Check-in undone",
  "appointment.undo-in-progress": "Start undone",
  "appointment.undo-no-show": "“Missed” was undone",
  "appointment.undo-left": "“Left without being seen” was undone",
  "appointment.call": "Called",
  "appointment.miss-call": "Called, but not there",
  "appointment.recall": "Back in line",
  "appointment.arrive": "Scanned the code at the entrance",
  "appointment.prioritise": "Goes first",
  "appointment.end-priority": "No longer goes first",
  "appointment.needs-rebooking": "Now outside the doctor's hours",
  "appointment.rebooking-withdrawn": "Within the doctor's hours again",
  "appointment.delayed": "Expected later: the doctor is running late",
  "appointment.on-time": "Expected on time again",
};

const ENDED_BY: Partial<Record<Told["status"], string>> = {
  DECLINED: "appointment.declined",
  CANCELLED: "appointment.cancelled",
  NO_SHOW: "appointment.no-show",
  LEFT: "appointment.left",
  EXPIRED: "appointment.expire",
};

/**
 * Returns what happened to an appointment, oldest first: each step and move with who took it and how, and for a move
 * both times. A stamp without an audit entry is shown without a name.
 */
export function historyOf(card: Told, trail: TrailEntry[], reader: HistoryReader): HistoryItem[] {
  const booked = trail.find(({ action }) => action === "appointment.book");
  const atOnce = card.confirmedAt !== null && card.confirmedAt.getTime() - card.createdAt.getTime() < 1000;
  const stamps: [Date | null, string][] = [
    [atOnce ? null : card.confirmedAt, "appointment.confirmed"],
    [card.checkedInAt, "appointment.checked-in"],
    [card.startedAt, "appointment.in-progress"],
    [card.completedAt, "appointment.completed"],
    [card.endedAt, ENDED_BY[card.status] ?? ""],
  ];
  const begun = {
    at: card.createdAt.toISOString(),
    what: atOnce ? "Booked and confirmed" : "Requested",
    by: booked ? actorLabel(booked, reader) : null,
  };
  const told = trail.flatMap((entry): HistoryItem[] => {
    const what = WORDS[entry.action];
    if (!what) return [];
    const isMove = entry.action === "appointment.reschedule" && entry.from !== null && entry.to !== null;
    return [
      {
        at: entry.at.toISOString(),
        what,
        by: actorLabel(entry, reader),
        ...(isMove ? { moved: { from: entry.from!, to: entry.to! } } : {}),
      },
    ];
  });
  const untold = stamps.flatMap(([at, action]): HistoryItem[] => {
    const what = WORDS[action];
    return at && what && !entryAt(trail, action, at) ? [{ at: at.toISOString(), what, by: null }] : [];
  });
  return [begun, ...[...told, ...untold].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
}
