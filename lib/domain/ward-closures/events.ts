import type { EventDraft } from "@/lib/actor/record";
import { bedBookingEvent } from "@/lib/domain/beds/events";
import type { NewsDraft } from "@/lib/domain/contacts/events";

export type WardClosureEventType =
  `ward-closure.${"prepared" | "announced" | "progressed" | "begun" | "changed" | "ended" | "undone"}`;

type Concerned = { id: string; patientId: string; hospitalId: string };

/** A closing was prepared or changed, has begun, told some of the patients, or ended: for the hospital's open pages. */
export function wardClosureEvent(
  type: WardClosureEventType,
  { id, wardId, hospitalId }: { id: string; wardId: string; hospitalId: string },
): EventDraft {
  return {
    type,
    aggregate: "ward-closure",
    aggregateId: id,
    audience: [`hospital:${hospitalId}`],
    refs: { wardClosureId: id, wardId, hospitalId },
    sinks: ["channels"],
  };
}

/** The reserved bed is closed then: the hospital looks for another. */
export function stayNeedsBed(booking: Concerned): NewsDraft {
  return bedBookingEvent("bed-booking.needs-bed", booking);
}

/** The reserved bed is open after all. */
export function stayKeepsBed(booking: Concerned): NewsDraft {
  return bedBookingEvent("bed-booking.bed-kept", booking);
}
