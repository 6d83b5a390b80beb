import { z } from "zod";
import { idAndVersion, instant, uuid } from "@/lib/platform/input/text";
import { CALL_REASONS } from "./rules";

/** Who was notified of a change, in the answer of every change that concerns a person. */
export const notifiedOutput = z
  .strictObject({
    by: z.enum(["EMAIL", "NOTIFICATION", "PHONE", "NONE"]).meta({
      description:
        "EMAIL: a notification in the portal and an email. NOTIFICATION: in the portal. PHONE: call them. NONE: there is no way to reach them.",
    }),
    phone: z.string().nullable().meta({ description: "The number to call; null unless `by` is PHONE." }),
  })
  .nullable()
  .meta({
    description:
      "How the patient is notified. Null if there was nothing to notify: they did it themselves, or nothing relevant changed. With PHONE or NONE, the person is on the list of people to call.",
  });
export type Notified = z.infer<typeof notifiedOutput>;

/** The same for a change that concerns several people. */
export const notifiedCount = z.strictObject({
  told: z.int().min(0).meta({ description: "How many patients get a notification." }),
  toCall: z.int().min(0).meta({ description: "How many have to be called. They are on the list of people to call." }),
});
export type NotifiedCount = z.infer<typeof notifiedCount>;

export const toCallStatus = z.enum(["open", "done"]);

export const toCallOutput = z.strictObject({
  id: uuid,
  reason: z.enum(CALL_REASONS).meta({
    description:
      "The event the person needs to know about; `appointment.unconfirmed`: they haven't said whether they will come.",
  }),
  patientId: uuid.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  appointmentId: uuid.nullable(),
  bedBookingId: uuid.nullable(),
  ambulanceBookingId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  doctorId: uuid.nullable(),
  start: instant.nullable().meta({ description: "When the appointment or stay starts. Null for an ambulance." }),
  doneAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
});
export type ToCallOutput = z.infer<typeof toCallOutput>;

export const doneForm = z.strictObject(idAndVersion);
