import { unsafeListTrail } from "@/lib/domain/history/queries";
import type { HistoryItem, HistoryReader, TrailEntry } from "@/lib/domain/history/schema";
import { db } from "@/lib/platform/db/db";
import { historyOf } from "./format/history";
import type { AppointmentCard } from "./queries";

/** Changes that affect many visits at once, recorded by their events only. */
const BY_HOURS = [
  "appointment.needs-rebooking",
  "appointment.rebooking-withdrawn",
  "appointment.delayed",
  "appointment.on-time",
];

/** Returns what happened to an appointment shown to the reader, and who did it. */
export async function listAppointmentHistory(card: AppointmentCard, reader: HistoryReader): Promise<HistoryItem[]> {
  const [trail, events] = await Promise.all([
    unsafeListTrail("appointment", card.id),
    db.domainEvent.findMany({
      where: { aggregate: "appointment", aggregateId: card.id, type: { in: BY_HOURS } },
      orderBy: { sequence: "asc" },
      take: 100,
      select: { type: true, occurredAt: true, actorUserId: true },
    }),
  ]);
  const byHours = events.map(({ type, occurredAt, actorUserId }): TrailEntry => ({
    action: type,
    at: occurredAt,
    as: null,
    via: "session",
    userId: actorUserId,
    userName: null,
    hospitalId: null,
    from: null,
    to: null,
  }));
  return historyOf(card, [...trail, ...byHours], reader);
}
