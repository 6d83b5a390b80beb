import type { Sql } from "@/lib/platform/db/sql";
import type { EventDraft } from "@/lib/actor/record";
import { bedStateEvent } from "../events";
import { endStayInBed } from "../statements/bookings";

/**
 * Records that the patient has left a bed at `now`: the stay in it ends, and cleaning takes as long as the ward says.
 * Returns the event.
 */
export async function leaveBed(
  tx: Sql,
  booking: { id: string; hospitalId: string },
  bedId: string,
  now: Date,
): Promise<EventDraft> {
  await endStayInBed(tx, booking.id, bedId, now);
  return bedStateEvent("CLEANING", { id: bedId, hospitalId: booking.hospitalId });
}
