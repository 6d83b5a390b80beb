import { z } from "zod";
import { queryFlag, queryInt } from "@/lib/platform/input/query";
import { localDate, uuid } from "@/lib/platform/input/text";
import {
  CALL_COUNTS,
  COUNTED_OPERATIONS,
  LEAD_BANDS,
  OUTCOMES,
  STAY_COUNTS,
  VISIT_COUNTS,
  type Outcome,
} from "./status";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";

const whose = {
  hospitalId: uuid.optional().meta({ description: "For its staff." }),
  doctorId: uuid.optional().meta({ description: "For the doctor." }),
};
const range = {
  from: localDate
    .optional()
    .meta({ description: "The first day, by the place's calendar. By default 29 days before `to`." }),
  to: localDate.optional().meta({ description: "The last day, today by default." }),
};

/** Without a hospital and a doctor: everyone's, for administrators. */
export const reportQuery = z.strictObject({ ...whose, ...range });
export type ReportQuery = z.output<typeof reportQuery>;

/** Which of the counted appointments a list has. */
export const behindFilter = {
  outcome: z.enum(Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]).optional(),
  byDoctor: uuid.optional().meta({ description: "One doctor's of the hospital." }),
  hour: queryInt(0, 23).optional().meta({ description: "Those that begin in this hour of the day." }),
  leadFromDays: queryInt(0, 30)
    .refine((days) => LEAD_BANDS.some((band) => band === days), `One of ${LEAD_BANDS.join(", ")}`)
    .optional()
    .meta({ description: `Booked from so many days ahead, up to the next of ${LEAD_BANDS.join(", ")}.` }),
  isReminded: queryFlag.optional(),
};
export const behindQuery = reportQuery.extend(behindFilter);
export type BehindQuery = z.output<typeof behindQuery>;

export const countedAppointmentOutput = z.object({
  id: uuid,
  start: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  doctorId: uuid,
  doctorName: z.string(),
  patientId: uuid,
  patientName: z.string(),
});
export type CountedAppointment = z.infer<typeof countedAppointmentOutput>;

export const operationsQuery = z.strictObject({
  hospitalId: uuid.optional().meta({ description: "Of this hospital, for its staff." }),
  doctorId: uuid.optional().meta({ description: "Of this doctor, for themselves: `gains` alone." }),
  ...range,
  what: z.enum(COUNTED_OPERATIONS).meta({
    description:
      "`stays` are those that lay in these days, `turnovers` beds that were taken again, `gains` times that were filled from the waitlist.",
  }),
});
export type OperationsQuery = z.output<typeof operationsQuery>;

export const operationBehindOutput = z.object({
  id: uuid,
  subjectId: uuid.nullable().meta({ description: "The stay, call or appointment." }),
  at: z.string().meta({ description: "When it began; of a discharge, when it was." }),
  until: z.string().nullable(),
  minutes: z.number().nullable().meta({
    description:
      "How long the stay was, the bed was empty before, or the way to the patient took; how much earlier a filled time is than the one it replaced.",
  }),
  patientName: z.string().nullable(),
  place: z
    .string()
    .nullable()
    .meta({ description: "The ward and bed, the vehicle or the doctor; of a doctor's own, the hospital." }),
});
export type OperationBehind = z.infer<typeof operationBehindOutput>;

const amount = z.number();
const amounts = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, amount])) as Record<K, typeof amount>;

const visitCounts = amounts(VISIT_COUNTS);
const visits = z.object(visitCounts);
const stretch = { from: z.string(), to: z.string().meta({ description: "The last day of it." }) };
const named = { name: z.string() };

const beds = {
  ...amounts(STAY_COUNTS),
  takenDays: amount.meta({ description: "Days that beds were taken, all added up." }),
};
const calls = amounts(CALL_COUNTS);

/** Numbers of a stretch of days, and of the stretch of the same length before. */
export const reportOutput = z.object({
  ...stretch,
  before: z.object(stretch),
  asOf: z.string(),
  today: z.string().meta({ description: "By the same calendar: the hospital's, the doctor's, or UTC for everyone." }),
  unit: z.enum(["day", "week", "month"]).meta({ description: "What a point of each plot covers." }),
  visits: z.object({
    total: visits,
    before: visits,
    points: z.array(z.object({ ...stretch, ...visitCounts })),
    hours: z.array(z.object({ hour: z.int(), ...visitCounts })).meta({ description: "By the hour they begin." }),
    leads: z
      .array(z.object({ fromDays: z.int(), ...visitCounts }))
      .meta({ description: "By how many days before the time they were booked: from so many, up to the next." }),
    reminders: z.array(z.object({ isReminded: z.boolean(), ...visitCounts })),
  }),
  doctors: z.array(z.object({ id: uuid, ...named, department: z.string().nullable(), ...visitCounts })),
  departments: z.array(z.object({ name: z.string().nullable(), ...visitCounts })),
  places: z.array(z.object({ id: uuid.nullable(), name: z.string().nullable(), ...visitCounts })),
  beds: z
    .object({
      beds: z.int().meta({ description: "Beds at the moment." }),
      total: z.object(beds),
      before: z.object(beds),
      points: z.array(
        z.object({ ...stretch, ...beds, days: amount.meta({ description: "How many days of it are over." }) }),
      ),
    })
    .nullable()
    .meta({ description: "Null for a doctor." }),
  calls: z
    .object({
      total: z.object(calls),
      before: z.object(calls),
      points: z.array(z.object({ ...stretch, ...calls })),
    })
    .nullable()
    .meta({ description: "Null for a doctor." }),
});
export type Report = z.infer<typeof reportOutput>;
export type BedNumbers = NonNullable<Report["beds"]>;
export type CallNumbers = NonNullable<Report["calls"]>;
