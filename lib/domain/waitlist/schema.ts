import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, localDate, uuid } from "@/lib/platform/input/text";
import { OFFER_STATUSES, WAITLIST_STATUSES } from "./status";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const clock = z
  .string({ error: "Must be a time such as 09:30" })
  .regex(CLOCK, "Must be a time such as 09:30")
  .meta({ description: "By the place's clock." });
const weekday = z.int().min(1).max(7);

/** What someone waits for: a doctor, or at a hospital a specialty or a service; with dates, weekdays and hours. */
export const joinInput = z
  .strictObject({
    patientId: ifGiven(uuid).meta({ description: "By default the patient you are." }),
    appointmentId: ifGiven(uuid).meta({
      description:
        "An upcoming appointment that an earlier time replaces. Doctor, place and service are its own unless given.",
    }),
    doctorId: ifGiven(uuid),
    hospitalId: ifGiven(uuid).meta({ description: "The place. Required without a doctor." }),
    specialtyId: ifGiven(uuid).meta({ description: "Any doctor of this specialty at the hospital." }),
    serviceId: ifGiven(uuid).meta({ description: "This service, of the doctor or of any doctor at the hospital." }),
    from: ifGiven(localDate).meta({ description: "The first date, by default today." }),
    to: ifGiven(localDate).meta({
      description: "The last date: by default the appointment's, or four weeks from the first one.",
    }),
    weekdays: z.array(weekday).max(7).default([]).meta({ description: "ISO weekdays, 1 to 7; every day where empty." }),
    startTime: clock.default("00:00"),
    endTime: clock.default("24:00").meta({ description: "The whole appointment lies before this time of day." }),
  })
  .superRefine((input, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (input.startTime >= input.endTime) refuse("endTime", "Choose a time after the first");
    if (input.doctorId && input.specialtyId) refuse("specialtyId", "Give a doctor or a specialty, not both");
    if (input.appointmentId || input.doctorId) return;
    if (!input.hospitalId) refuse("doctorId", "Enter a doctor, or a hospital with a specialty or a service");
    else if (!input.specialtyId && !input.serviceId) refuse("specialtyId", "Enter a specialty or a service");
  });
export type JoinInput = z.output<typeof joinInput>;

const offerOutput = z.strictObject({
  id: uuid,
  entryId: uuid,
  doctorId: uuid,
  hospitalId: uuid.nullable(),
  start: instant,
  end: instant,
  expiresAt: instant.meta({ description: "Until when it can be accepted; then it passes to the next person." }),
  status: z.enum(OFFER_STATUSES),
  createdAt: instant,
});
export type WaitlistOfferOutput = z.infer<typeof offerOutput>;

export const entryOutput = z.strictObject({
  id: uuid,
  patientId: uuid,
  doctorId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  specialtyId: uuid.nullable(),
  serviceId: uuid.nullable(),
  appointmentId: uuid.nullable(),
  from: localDate,
  to: localDate,
  weekdays: z.array(z.int()),
  startTime: z.string(),
  endTime: z.string(),
  status: z.enum(WAITLIST_STATUSES),
  offer: offerOutput.nullable().meta({ description: "The time offered now, if there is one." }),
  version: z.int(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type WaitlistEntryOutput = z.infer<typeof entryOutput>;

/** Which entries a list has; live ones are those that wait or have an offer. */
const waitlistFilter = z.strictObject({
  patientId: uuid.optional(),
  doctorId: uuid.optional(),
  hospitalId: uuid.optional(),
  status: z
    .enum(["live", ...WAITLIST_STATUSES])
    .optional()
    .meta({ description: "live: WAITING and OFFERED." }),
});
export type WaitlistFilter = z.infer<typeof waitlistFilter>;
export const waitlistQuery = waitlistFilter.extend({ limit, cursor: cursor.optional() });

export const numbersQuery = z.strictObject({
  doctorId: uuid.optional(),
  hospitalId: uuid.optional(),
  days: z.coerce.number().int().min(1).max(366).default(90).meta({ description: "Offers of the last so many days." }),
});
export type NumbersQuery = z.output<typeof numbersQuery>;

export const numbersOutput = z.strictObject({
  since: instant,
  waiting: z.int().meta({ description: "People who wait now, those with an open offer included." }),
  offers: z.int(),
  open: z.int(),
  accepted: z.int(),
  declined: z.int(),
  lapsed: z.int(),
  withdrawn: z.int(),
  daysGained: z.number().meta({ description: "By how many days accepted times are earlier than those they replaced." }),
  replaced: z.int().meta({ description: "How many accepted times replaced a later one." }),
  asOf: instant,
});
export type WaitlistNumbers = z.infer<typeof numbersOutput>;

export const entryIdInput = z.strictObject({ id: uuid });
