import { z } from "zod";
import { ifGiven, instant, longText, uuid } from "@/lib/platform/input/text";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { newPatientInput, readingPurpose } from "@/lib/domain/patients/schema";
import { APPOINTMENT_STATUSES, REQUESTABLE_STATUSES } from "./status";

const visitMode = z.enum(["IN_PERSON", "VIDEO"]);
export type VisitMode = z.infer<typeof visitMode>;

/** The requested slot: place and service narrow it down where a doctor has several. */
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
    "Instead of `patientId`: a patient without an account. For the doctor and the hospital's own staff; only they see this patient.",
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

/** A walk-in: for one doctor, for any of a department, or for the first who is free. */
export const walkInBody = z
  .strictObject({
    doctorId: ifGiven(uuid),
    departmentId: ifGiven(uuid),
    serviceId: ifGiven(uuid).meta({
      description: "The service, which sets the length. Only services offered in person.",
    }),
    patientId: ifGiven(uuid),
    patient: newPatient,
    reason: ifGiven(longText(500)),
    when: z.enum(["NEXT", "NOW"]).default("NEXT").meta({
      description:
        "NEXT: the next available time today. NOW: between the published times, for a doctor who is on duty and free right now.",
    }),
    checkIn: z.boolean().default(true).meta({ description: "Whether they are checked in now or come back later." }),
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

export const rescheduleInput = z.strictObject({
  start: instant,
  scheduleId: ifGiven(uuid),
  doctorId: ifGiven(uuid).meta({
    description:
      "A colleague of the same specialty at the same place, for an appointment that needs a new time. By default the same doctor.",
  }),
});
export type RescheduleInput = z.infer<typeof rescheduleInput>;

/** What the patient agrees to by booking a time. */
export const bookingTerms = z
  .strictObject({
    needsConfirmation: z.boolean().meta({ description: "The practice has to confirm the appointment first." }),
    cancellationNoticeMinutes: z.int(),
    changeUntil: instant.meta({
      description: "Until when the patient may cancel or reschedule an appointment booked now.",
    }),
    isInsideNotice: z.boolean().meta({
      description:
        "The notice period has already passed: the patient can cancel or reschedule only in the grace period after booking.",
    }),
  })
  .meta({ description: "The terms the patient agrees to by booking this time." });
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
  from: instant.meta({ description: "When joining opens." }),
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
    description:
      "Until when the patient may cancel or reschedule: the notice period, or the grace period after booking.",
  }),
  attendanceConfirmedAt: instant.nullable().meta({
    description:
      "When the patient said, or the practice heard, that they will come; null again once it is rescheduled.",
  }),
  version: z.int(),
  createdAt: instant,
});
export type AppointmentOutput = z.infer<typeof appointmentOutput>;

/** A changed appointment, and how its patient is notified. */
export const changedAppointmentOutput = appointmentOutput.extend({ notified: notifiedOutput });

/** A visit at whose start the place's clock shows another time than was promised. */
export const shiftedOutput = appointmentOutput.extend({
  shift: z.strictObject({
    timeZone: z.string().meta({ description: "The place's." }),
    promisedOffsetMinutes: z
      .int()
      .meta({ description: "Minutes east of UTC under the rules in force when it was booked." }),
    offsetMinutes: z.int().meta({ description: "The same under today's rules." }),
    promised: z.string().meta({ description: "The local time that was agreed, such as 2027-01-04T09:00." }),
    shown: z.string().meta({ description: "The local time under today's rules." }),
    promisedStart: instant.nullable().meta({
      description:
        "The instant of the agreed local time: reschedule to this to keep it. Null if it doesn't exist or has passed.",
    }),
  }),
});
export type ShiftedOutput = z.infer<typeof shiftedOutput>;

/** The filters of a list; instants half-open. */
export const listFilter = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
});
export type ListFilter = z.infer<typeof listFilter>;

/** Someone with a visit of a doctor, or whose record the doctor was given, as that doctor sees them. */
export const doctorPatientOutput = z.strictObject({
  id: uuid,
  name: z.string(),
  phone: z.string().nullable(),
  age: z.int().nullable().meta({ description: "In whole years, today." }),
  lastVisitAt: instant.nullable().meta({ description: "When the doctor last saw them." }),
  nextVisitAt: instant.nullable().meta({ description: "The next visit that is booked or requested." }),
  hasVisits: z.boolean().meta({ description: "They are or were a patient of the doctor." }),
  reading: z
    .strictObject({ purpose: readingPurpose, coversNotes: z.boolean(), until: instant.nullable() })
    .nullable()
    .meta({ description: "Why the doctor reads their record now; null for a former patient." }),
});
export type DoctorPatient = z.infer<typeof doctorPatientOutput>;

/** An appointment in the export of a record. */
export const exportedAppointmentOutput = appointmentOutput.extend({
  doctorName: z.string(),
  placeName: z.string().nullable(),
  serviceName: z.string().nullable(),
});
export type ExportedAppointment = z.infer<typeof exportedAppointmentOutput>;
