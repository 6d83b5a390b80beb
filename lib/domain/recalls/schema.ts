import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { idAndVersion, ifGiven, instant, longText, uuid } from "@/lib/platform/input/text";
import { DUENESS, MOST_MONTHS, RECALL_STATES, RECALL_VIEWS } from "./status";

const month = z
  .string({ error: "Must be a month such as 2027-05" })
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Must be a month such as 2027-05");
const reason = longText(500).meta({
  description: "Why, in the doctor's words. Read by the doctor and those who read the record; it is in no message.",
});

/** When the patient is to come again: in a month, or so many months after the visit. One of the two. */
export const setRecallInput = z
  .strictObject({
    appointmentId: uuid.meta({ description: "The visit it is set in: in progress or completed." }),
    month: ifGiven(month).meta({ description: "The month, as `YYYY-MM`." }),
    inMonths: z.int().min(1).max(MOST_MONTHS).optional().meta({ description: "Or so many months after the visit." }),
    reason,
  })
  .superRefine((input, context) => {
    if ((input.month === undefined) === (input.inMonths === undefined))
      context.addIssue({ code: "custom", path: ["month"], message: "Give a month, or a number of months" });
  });
export type SetRecallInput = z.output<typeof setRecallInput>;

/** Missing values stay as they are. */
export const changeRecallBody = z.strictObject({ month, reason }).partial();
export type ChangeRecallBody = z.output<typeof changeRecallBody>;
export const changeRecallInput = changeRecallBody.extend(idAndVersion);

export const recallIdInput = z.strictObject({ id: uuid });

export const recallOutput = z.strictObject({
  id: uuid,
  appointmentId: uuid.meta({ description: "The visit it was set in." }),
  patientId: uuid,
  doctorId: uuid,
  month: z.string().meta({ description: "Around when the patient is to come, `YYYY-MM`." }),
  reason: z.string().nullable().meta({ description: "Null for those who don't read the record." }),
  state: z.enum(RECALL_STATES).meta({
    description: "BOOKED: an appointment with the doctor was booked since for around that time, and not called off.",
  }),
  due: z.enum(DUENESS).nullable().meta({ description: "How near the month is; null unless OPEN." }),
  toldAt: instant.nullable().meta({ description: "When the patient's side was told." }),
  bookedId: uuid.nullable().meta({ description: "The appointment that meets it." }),
  bookedStart: instant.nullable(),
  version: z.int(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type RecallOutput = z.infer<typeof recallOutput>;

/** Which recalls a list has. */
const recallFilter = z.strictObject({
  patientId: uuid.optional(),
  doctorId: uuid.optional(),
  view: z.enum(RECALL_VIEWS).optional().meta({
    description: "due: open and due or overdue. later: open and not due yet. By default all.",
  }),
});
export type RecallFilter = z.infer<typeof recallFilter>;
export const recallQuery = recallFilter.extend({ limit, cursor: cursor.optional() });
