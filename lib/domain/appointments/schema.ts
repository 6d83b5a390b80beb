import { z } from "zod";
import { ifGiven, instant, longText, uuid } from "@/lib/platform/input/text";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { APPOINTMENT_STATUSES, REQUESTABLE_STATUSES } from "./status";

const visitMode = z.enum(["IN_PERSON", "VIDEO"]);
export type VisitMode = z.infer<typeof visitMode>;

/** The slot someone wants: place and service narrow it where a doctor has several. */
const wantedSlot = {
  doctorId: uuid,
  patientId: ifGiven(uuid),
  start: instant,
  serviceId: ifGiven(uuid),
  scheduleId: ifGiven(uuid),
  hospitalId: ifGiven(uuid),
};

export const holdInput = z.strictObject(wantedSlot);
export type HoldInput = z.infer<typeof holdInput>;

const newPatient = newPatientInput.optional().meta({
  description:
    "Instead of `patientId`, someone without an account. For the doctor and the hospital's own staff; they and nobody else see this patient.",
});

function requireExactlyOne(input: { patientId?: unknown; patient?: unknown }, ctx: z.RefinementCtx): void {
  if (input.patientId !== undefined && input.patient !== undefined) {
    ctx.addIssue({ code: "custom", path: ["patient"], message: "Give patientId or patient, not both" });
  }
}

export const bookInput = z
  .strictObject({
    ...wantedSlot,
    patient: newPatient,
    mode: ifGiven(visitMode),
    reason: ifGiven(longText(500)),
    holdId: ifGiven(uuid),
  })
  .superRefine(requireExactlyOne);
export type BookInput = z.infer<typeof bookInput>;

/** Someone stands at the desk: for one doctor, for any of a department, or for whoever is free first. */
export const walkInBody = z
  .strictObject({
    doctorId: ifGiven(uuid),
    departmentId: ifGiven(uuid),
    serviceId: ifGiven(uuid).meta({
      description: "What they come for; it sets how long the visit is. Only what is offered in person.",
    }),
    patientId: ifGiven(uuid),
    patient: newPatient,
    reason: ifGiven(longText(500)),
    when: z.enum(["NEXT", "NOW"]).default("NEXT").meta({
      description:
        "NEXT: the next free time of today. NOW: between the published times, for a doctor who is on duty and free this minute.",
    }),
    checkIn: z.boolean().default(true).meta({ description: "Whether they wait from now on, or come back later." }),
  })
  .superRefine((input, ctx) => {
    requireExactlyOne(input, ctx);
    if (!input.patientId && !input.patient)
      ctx.addIssue({ code: "custom", path: ["patientId"], message: "Enter who this is for" });
    if (input.doctorId && input.departmentId)
      ctx.addIssue({ code: "custom", path: ["departmentId"], message: "Give a doctor or a department, not both" });
  });
export const walkInInput = walkInBody.safeExtend({ hospitalId: uuid });
export type WalkInInput = z.output<typeof walkInInput>;

export const changeStatusInput = z.strictObject({
  status: z.enum(REQUESTABLE_STATUSES),
  reason: ifGiven(longText(500)),
});
export type ChangeStatusInput = z.infer<typeof changeStatusInput>;

export const rescheduleInput = z.strictObject({ start: instant, scheduleId: ifGiven(uuid) });
export type RescheduleInput = z.infer<typeof rescheduleInput>;

/** What the patient agrees to by booking a time. */
export const bookingTerms = z
  .strictObject({
    needsConfirmation: z.boolean().meta({ description: "The practice has to confirm the visit first." }),
    cancellationNoticeMinutes: z.int(),
    changeUntil: instant.meta({
      description: "Until when a visit booked now may be cancelled or moved by the patient.",
    }),
    isInsideNotice: z
      .boolean()
      .meta({ description: "The notice is over already: only the grace after booking lets the patient out again." }),
  })
  .meta({ description: "What the patient agrees to by booking this time." });
export type BookingTerms = z.infer<typeof bookingTerms>;

export const holdOutput = z.strictObject({
  id: uuid,
  doctorId: uuid,
  start: instant,
  end: instant,
  expiresAt: instant,
  terms: bookingTerms,
});
export type Hold = z.infer<typeof holdOutput>;

export const videoLinkOutput = z.strictObject({
  url: z.string().meta({ format: "uri" }),
  from: instant.meta({ description: "From when one may join." }),
  until: instant,
});
export type VideoLink = z.infer<typeof videoLinkOutput>;

export const appointmentOutput = z.strictObject({
  id: uuid,
  doctorId: uuid,
  patientId: uuid,
  hospitalId: uuid.nullable(),
  scheduleId: uuid.nullable(),
  serviceId: uuid.nullable(),
  start: instant,
  end: instant,
  status: z.enum(APPOINTMENT_STATUSES),
  mode: visitMode,
  reason: z.string().nullable(),
  statusReason: z.string().nullable(),
  needsRebooking: z.boolean(),
  changeUntil: instant.meta({
    description: "Until when the patient may cancel or move it: the notice, or the grace after booking.",
  }),
  version: z.int(),
  createdAt: instant,
});
export type AppointmentOutput = z.infer<typeof appointmentOutput>;

/** The answer of a change: the appointment, and how its patient hears of it. */
export const changedAppointmentOutput = appointmentOutput.extend({ notified: notifiedOutput });

/** A visit at whose start the place's clock shows another time than was promised. */
export const shiftedOutput = appointmentOutput.extend({
  shift: z.strictObject({
    timeZone: z.string().meta({ description: "Of the place." }),
    promisedOffsetMinutes: z
      .int()
      .meta({ description: "Minutes east of UTC by the rules with which the time was agreed." }),
    offsetMinutes: z.int().meta({ description: "The same by the rules of today." }),
    promised: z.string().meta({ description: "The local time that was agreed, as 2027-01-04T09:00." }),
    shown: z.string().meta({ description: "The local time that the place's clock will show." }),
    promisedStart: instant.nullable().meta({
      description:
        "When the clock will show the agreed time: reschedule to this to keep the promise. Null where it never will, or is over.",
    }),
  }),
});
export type ShiftedOutput = z.infer<typeof shiftedOutput>;

/** What a list can be narrowed by; instants half-open. */
export const listFilter = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
});
export type ListFilter = z.infer<typeof listFilter>;
