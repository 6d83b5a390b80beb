import { z } from "zod";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { ARRIVED_BY, PRIORITY_REASONS, TICKET_STATES } from "@/lib/domain/queues/status";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, localDate, longText, orNull, shortText, uuid } from "@/lib/platform/input/text";

export const queueListQuery = z.strictObject({
  hospitalId: uuid.optional(),
  doctorId: uuid.optional(),
  limit,
  cursor: cursor.optional(),
});
export type QueueListQuery = z.output<typeof queueListQuery>;

const queueShape = {
  id: uuid,
  doctorId: uuid,
  hospitalId: uuid.nullable().meta({ description: "Null for the doctor's own practice." }),
  day: localDate.meta({ description: "By the calendar of the place." }),
  letter: z.string().meta({ description: "What the queue's numbers begin with." }),
  room: z.string().nullable(),
  waiting: z.int().meta({ description: "How many have arrived and were not seen yet." }),
  overbooked: z.int().meta({ description: "How many urgent patients were added to what was booked." }),
  version: z.int().meta({ description: "Rises with each call." }),
};
export const queueOutput = z.strictObject(queueShape);
export type QueueOutput = z.infer<typeof queueOutput>;

const waitOutput = z.strictObject({ low: z.int(), high: z.int() }).nullable().meta({
  description:
    "Minutes until they are called, in steps of five, from the measured length of the doctor's latest visits; four of five waits lie between. Null for those who are called, set aside or seen.",
});

const arrivedBy = z.enum(ARRIVED_BY).meta({
  description:
    "DESK: checked in at the desk. PHONE: by the patient, perhaps from elsewhere. CODE: by the patient, with the code at the entrance.",
});

const ahead = z.int().nullable().meta({ description: "How many of those who have arrived are before them." });

export const ticketOutput = z.strictObject({
  appointmentId: uuid,
  patientId: uuid,
  number: z.string(),
  state: z.enum(TICKET_STATES),
  priority: z.enum(PRIORITY_REASONS).nullable(),
  isWalkIn: z.boolean(),
  isOverbooked: z.boolean(),
  arrivedAt: instant,
  arrivedBy,
  dueAt: instant.meta({
    description: "Since when it is their turn: their appointment's time, or their arrival for walk-ins and late ones.",
  }),
  calledAt: instant.nullable(),
  misses: z.int(),
  ahead,
  wait: waitOutput,
});
export type TicketOutput = z.infer<typeof ticketOutput>;

export const queueDetailOutput = z.strictObject({
  ...queueShape,
  tickets: z
    .array(ticketOutput)
    .meta({ description: "Who is called, then who is called next, then who is set aside." }),
  asOf: instant,
});
export type QueueDetail = z.infer<typeof queueDetailOutput>;

export const placeInLineOutput = z.strictObject({
  appointmentId: uuid,
  number: z.string(),
  state: z.enum(TICKET_STATES),
  arrivedBy,
  room: z.string().nullable(),
  calledAt: instant.nullable(),
  ahead,
  wait: waitOutput,
  asOf: instant,
});
export type PlaceInLine = z.infer<typeof placeInLineOutput>;

export const callNextForm = z.strictObject({ id: uuid, version: z.int().optional() });
export const ticketForm = z.strictObject({ appointmentId: uuid });

export const priorityBody = z.strictObject({
  reason: z.enum(PRIORITY_REASONS).nullable().meta({ description: "Why they go first; null puts them back in line." }),
});
export const priorityForm = priorityBody.extend({ appointmentId: uuid });

export const roomBody = z.strictObject({
  hospitalId: ifGiven(uuid).meta({ description: "None: the doctor's own practice." }),
  room: orNull(shortText(40)).meta({
    description: "Where the doctor works today, as patients read it, such as “Room 3”; null for none.",
  }),
});
export const roomForm = roomBody.extend({ doctorId: uuid });

export const overbookBody = z
  .strictObject({
    hospitalId: ifGiven(uuid).meta({ description: "None: the doctor's own practice." }),
    serviceId: ifGiven(uuid),
    patientId: ifGiven(uuid),
    patient: newPatientInput
      .optional()
      .meta({ description: "Instead of `patientId`: a patient without an account, known only to you." }),
    priority: z.enum(PRIORITY_REASONS).meta({ description: "Why they can't wait for an available time." }),
    reason: ifGiven(longText(500)),
  })
  .superRefine((input, ctx) => {
    if ((input.patientId === undefined) === (input.patient === undefined))
      ctx.addIssue({ code: "custom", path: ["patientId"], message: "Enter who this is for" });
  });
export const overbookForm = overbookBody.safeExtend({ doctorId: uuid });
export type OverbookInput = z.output<typeof overbookForm>;
