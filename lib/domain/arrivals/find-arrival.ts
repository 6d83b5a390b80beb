import { checkInOpensAt } from "@/lib/domain/appointments/rules";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";
import { findPlaceInLine } from "@/lib/domain/waiting-room/queries";
import type { PlaceInLine } from "@/lib/domain/waiting-room/schema";
import type { Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { findEntrance, listArriving } from "./queries";

/** An appointment of someone at the entrance: to check in, from when, or with their place in line. */
export type Arriving = { card: AppointmentCard; opensAt: Date; isOpen: boolean; place: PlaceInLine | null };

/** Returns what a patient who scans a code can check in for; null for a code that isn't in use. */
export async function findArrival(
  actor: Actor,
  code: string,
  now: Date,
): Promise<{ placeName: string; visits: Arriving[] } | null> {
  const entrance = await findEntrance(db, code);
  if (!entrance) return null;
  const cards = await listArriving(actor, entrance, now);
  const places = await Promise.all(
    cards.map(({ id, status }) => (status === "CHECKED_IN" ? findPlaceInLine(actor, id, now) : null)),
  );
  const visits = cards.map((card, index) => {
    const opensAt = checkInOpensAt(card);
    return { card, opensAt, isOpen: now >= opensAt, place: places[index] ?? null };
  });
  return { placeName: entrance.placeName, visits };
}
