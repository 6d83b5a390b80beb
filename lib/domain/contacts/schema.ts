import { z } from "zod";
import { idAndVersion, instant, uuid } from "@/lib/platform/input/text";
import { NOTIFIABLE_TYPES } from "./rules";

/** Who was told of a change, for the answer of every change that concerns a person. */
export const notifiedOutput = z
  .strictObject({
    by: z.enum(["EMAIL", "NOTIFICATION", "PHONE", "NONE"]).meta({
      description:
        "EMAIL: a notification in the portal and an email. NOTIFICATION: in the portal. PHONE: nobody has told them; phone them. NONE: no way to reach them is known.",
    }),
    phone: z.string().nullable().meta({ description: "The number to call; null unless `by` is PHONE." }),
  })
  .nullable()
  .meta({
    description:
      "How the patient hears of this. Null when there was nothing to tell: they did it themselves, or nothing they have to know changed. Nobody told (PHONE, NONE) = the person is on the list of people to call.",
  });
export type Notified = z.infer<typeof notifiedOutput>;

/** The same for a change that concerns several people. */
export const notifiedCount = z.strictObject({
  told: z.int().min(0).meta({ description: "How many patients get a notification." }),
  toCall: z.int().min(0).meta({ description: "How many have to be phoned; they are on the list of people to call." }),
});
export type NotifiedCount = z.infer<typeof notifiedCount>;

export const toCallStatus = z.enum(["open", "done"]);

export const toCallOutput = z.strictObject({
  id: uuid,
  reason: z.enum(NOTIFIABLE_TYPES).meta({ description: "The event that the person has to hear of." }),
  patientId: uuid.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  appointmentId: uuid.nullable(),
  bedBookingId: uuid.nullable(),
  ambulanceBookingId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  doctorId: uuid.nullable(),
  start: instant.nullable().meta({ description: "When the visit or stay begins; null for an ambulance." }),
  doneAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
});
export type ToCallOutput = z.infer<typeof toCallOutput>;

export const doneForm = z.strictObject(idAndVersion);
