import { z } from "zod";
import { rescheduleInput } from "@/lib/domain/appointments/schema";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { offeredSlotSchema } from "@/lib/domain/schedules/schema";
import { instant, uuid } from "@/lib/platform/input/text";
import { LINK_ENDS, LINK_PURPOSES } from "./status";

/** What the link's address has in its fragment. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const visitLinkInput = z.strictObject({ token });
export const moveByLinkInput = rescheduleInput.extend({ token });
export type MoveByLinkInput = z.infer<typeof moveByLinkInput>;

/** An appointment as its link shows it: when and where, and of the patient the first name. */
export const linkedVisitOutput = z.object({
  purpose: z.enum(LINK_PURPOSES).meta({ description: "What the link was sent for." }),
  givenName: z.string().meta({ description: "The first word of the patient's name." }),
  status: z.enum(APPOINTMENT_STATUSES),
  start: instant,
  end: instant,
  timeZone: z.string().meta({ description: "The place's." }),
  isVideo: z.boolean(),
  place: z.object({ name: z.string().nullable(), address: z.string().nullable(), phone: z.string().nullable() }),
  attendanceConfirmedAt: instant.nullable(),
  needsRebooking: z
    .boolean()
    .meta({ description: "It can't take place at this time: see `POST /api/visit-links/offers`." }),
  canBeCalled: z.boolean().meta({ description: "Whether the practice knows a phone number of the patient." }),
  isToBeCalled: z
    .boolean()
    .meta({ description: "Whether the practice has been asked to call the patient, or has to." }),
  changeUntil: instant.meta({ description: "Until when the appointment may be rescheduled or cancelled online." }),
  canChange: z.boolean(),
  doctorId: uuid.meta({ description: "For the available times: `GET /api/doctors/{id}/availability`." }),
  serviceId: uuid.nullable(),
  hospitalId: uuid.nullable(),
});
export type LinkedVisit = z.infer<typeof linkedVisitOutput>;

export const movedByLinkOutput = linkedVisitOutput.extend({
  calendar: z.string().nullable().meta({ description: "The new time as a calendar file (iCalendar)." }),
});
export type MovedByLink = z.infer<typeof movedByLinkOutput>;

const slots = z.array(offeredSlotSchema);
export const linkedOffersOutput = z.object({
  same: slots.meta({ description: "The nearest times with the same doctor." }),
  colleagues: z.array(z.object({ doctorId: uuid, doctorName: z.string(), slots })).meta({
    description:
      "The nearest times with colleagues of the same specialty at the same place, who offer the same service.",
  }),
});
export type LinkedOffers = z.infer<typeof linkedOffersOutput>;

/** What comes with the refusal of a link that opens nothing any more; absent for one that never did. */
export const linkEnd = z.object({ became: z.enum(LINK_ENDS) });
