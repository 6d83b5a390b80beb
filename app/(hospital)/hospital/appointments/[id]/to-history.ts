import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";

const ENDINGS: Partial<Record<AppointmentStatus, string>> = {
  DECLINED: "Declined",
  CANCELLED: "Cancelled",
  NO_SHOW: "Did not come",
  LEFT: "Left without being seen",
  EXPIRED: "Lapsed: the request was not answered in time",
};

const MOVES: Record<string, string> = {
  "appointment.rescheduled": "Moved to another time",
  "appointment.check-in-undone": "The check-in was taken back",
  "appointment.start-undone": "The start was taken back",
  "appointment.no-show-undone": "“Did not come” was taken back",
  "appointment.left-undone": "“Left without being seen” was taken back",
  "appointment.needs-rebooking": "Fell out of the doctor's hours",
};

/** What happened to an appointment, oldest first, for its hospital's desk. */
export function toHistory(card: AppointmentCard, moves: { type: string; occurredAt: Date }[]): { at: string; what: string }[] {
  const atOnce = card.confirmedAt !== null && card.confirmedAt.getTime() - card.createdAt.getTime() < 1000;
  const ending = ENDINGS[card.status];
  const steps: [Date | null, string][] = [
    [card.createdAt, atOnce ? "Booked and confirmed" : "Requested"],
    [atOnce ? null : card.confirmedAt, "Confirmed"],
    ...moves.map(({ type, occurredAt }): [Date, string] => [occurredAt, MOVES[type] ?? "Changed"]),
    [card.checkedInAt, "Checked in"],
    [card.startedAt, "The visit began"],
    [card.completedAt, "The visit was completed"],
    [ending ? card.endedAt : null, ending ?? ""],
  ];
  return steps
    .flatMap(([at, what]) => (at ? [{ at: at.toISOString(), what }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
