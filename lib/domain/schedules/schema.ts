import { z } from "zod";
import { notifiedCount } from "@/lib/domain/contacts/schema";
import { idAndVersion, instant, timeZone, uuid } from "@/lib/platform/input/text";
import {
  exceptions,
  hoursExceptionSchema,
  localDateSchema,
  localIntervalSchema,
  rules,
  type weeklyRuleSchema,
} from "./schema/hours";

export { localDateSchema, localIntervalSchema };

/** Inputs and outputs of schedules. All of the product's limits for hours are here. */

const MAX_AVAILABILITY_DAYS = 92;
const MAX_COUNTED_EXCEPTIONS = 100;

const minutes = (least: number, most: number) =>
  z
    .int("Enter a whole number of minutes.")
    .min(least, `Enter at least ${least} minutes.`)
    .max(most, `Enter at most ${most} minutes.`);

const most = (least: number, limit: number) =>
  z
    .int("Enter a whole number.")
    .min(least, `Enter at least ${least}.`)
    .max(limit, `Enter at most ${limit}.`)
    .nullable();

/** How many visits the hours allow; `null`: as many as there are times. */
const quotas = {
  mostVisitsPerDay: most(1, 500).meta({
    description: "Appointments on one local date, not counting walk-ins. Null: no limit.",
  }),
  mostVisitsPerPatientPerDay: most(1, 50).meta({ description: "Appointments one patient may book on one local date." }),
  mostNewPatientsPerDay: most(0, 500).meta({
    description: "New patients (no completed visit yet) who may book on one local date.",
  }),
};

const settings = {
  hospitalId: z.uuid().nullable(),
  timeZone,
  slotMinutes: minutes(5, 480),
};

/**
 * A complete schedule for `POST` and `PUT`; missing fields get their default, they do not keep their value. `id`,
 * `doctorId` and `version` are accepted so that the answer of `GET` can be sent back: the use case refuses IDs that
 * aren't the schedule's and an outdated `version`.
 */
export const scheduleInputSchema = z.strictObject({
  id: z.uuid().optional(),
  doctorId: z.uuid().optional(),
  version: z.int().min(1).optional(),
  ...settings,
  /** `null`: a new slot starts where the last one ends. */
  stepMinutes: minutes(5, 480).nullable().default(null),
  bufferBeforeMinutes: minutes(0, 240).default(0),
  bufferAfterMinutes: minutes(0, 240).default(0),
  minNoticeMinutes: minutes(0, 43_200).default(60),
  horizonDays: z.int().min(1).max(730).default(60),
  autoConfirm: z.boolean().default(true),
  cancellationNoticeMinutes: minutes(0, 43_200).default(1_440),
  mostVisitsPerDay: quotas.mostVisitsPerDay.default(null),
  mostVisitsPerPatientPerDay: quotas.mostVisitsPerPatientPerDay.default(null),
  mostNewPatientsPerDay: quotas.mostNewPatientsPerDay.default(null),
  rules: rules.default([]),
  exceptions: exceptions.default([]),
});

/** Reading and saving hours, previews included: up to a thousand exceptions, applied to every upcoming visit. */
export const SCHEDULE_LIMIT = { name: "schedule-hours", limit: 60, windowSeconds: 60 };

/** Hours whose next week is counted: only the exceptions around it (`aroundWeek`), so that it stays cheap. */
export const countSlotsInput = scheduleInputSchema.extend({
  exceptions: z.array(hoursExceptionSchema).max(MAX_COUNTED_EXCEPTIONS).default([]),
});

/** Hours as stored: limits apply to input, an answer shows whatever there is. */
const storedSpan = { start: z.string(), end: z.string() };
const storedDate = z.string().meta({ format: "date" });
const storedIntervals = z.array(z.strictObject(storedSpan));

/** A complete schedule as `GET` answers it. */
export const scheduleOutputSchema = z.strictObject({
  id: uuid,
  doctorId: uuid,
  hospitalId: uuid.nullable(),
  timeZone: z.string(),
  slotMinutes: z.int(),
  stepMinutes: z.int().nullable(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  minNoticeMinutes: z.int(),
  horizonDays: z.int(),
  autoConfirm: z.boolean(),
  cancellationNoticeMinutes: z.int(),
  mostVisitsPerDay: z.int().nullable(),
  mostVisitsPerPatientPerDay: z.int().nullable(),
  mostNewPatientsPerDay: z.int().nullable(),
  rules: z.array(
    z.strictObject({
      weekday: z.literal([1, 2, 3, 4, 5, 6, 7]),
      ...storedSpan,
      validFrom: storedDate.nullish(),
      validTo: storedDate.nullish(),
    }),
  ),
  exceptions: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("replace"), date: storedDate, intervals: storedIntervals }),
      z.strictObject({ kind: z.literal("add"), date: storedDate, intervals: storedIntervals }),
      z.strictObject({ kind: z.literal("block"), date: storedDate, intervals: storedIntervals.nullable() }),
    ]),
  ),
  version: z.int().min(1),
});

/** The two JSON columns of a stored schedule, validated when read. */
export const storedHoursSchema = z.strictObject({ rules, exceptions });

export type WeeklyRuleInput = z.infer<typeof weeklyRuleSchema>;
export type HoursExceptionInput = z.infer<typeof hoursExceptionSchema>;
/** A validated schedule with its defaults filled in. */
export type ScheduleInput = z.output<typeof scheduleInputSchema>;
/** What a client may send: fields with a default may be missing. */
export type ScheduleDraft = z.input<typeof scheduleInputSchema>;
export type ScheduleOutput = z.infer<typeof scheduleOutputSchema>;

/** Saved hours, and how many patients are notified that their appointment needs another time. */
export const savedScheduleOutput = scheduleOutputSchema.extend({ notified: notifiedCount });

/** A window of availability, half-open instants, at most 92 days, optionally filtered by place or service. */
export const availabilityQuery = z
  .strictObject({
    from: instant,
    to: instant,
    serviceId: uuid.optional(),
    hospitalId: uuid.optional(),
    as: z.literal("practice").optional().meta({
      description: "`practice` shows the doctor and the staff of the place what they can book: up to a year ahead.",
    }),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "Must be later than `from`" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_AVAILABILITY_DAYS * 86_400_000, {
    path: ["to"],
    error: `Must be at most ${MAX_AVAILABILITY_DAYS} days after \`from\``,
  });
export type AvailabilityQuery = z.infer<typeof availabilityQuery>;

/** Text created here, so that answers need no validation of every slot. */
const madeInstant = z.string().meta({ format: "date-time" });
const madeId = z.string().meta({ format: "uuid" });

export const offeredSlotSchema = z.object({
  start: madeInstant,
  end: madeInstant,
  scheduleId: madeId,
  hospitalId: madeId.nullable(),
  mode: z.enum(["IN_PERSON", "VIDEO"]),
});

export type OfferedSlot = z.infer<typeof offeredSlotSchema>;

export const availabilityOutput = z.object({
  doctorId: madeId,
  timeZone: z.string(),
  from: madeInstant,
  to: madeInstant,
  slots: z.array(offeredSlotSchema),
  asOf: madeInstant,
});
export type Availability = z.infer<typeof availabilityOutput>;

/** A visit that would fall outside changed hours. */
const displacedVisit = z.object({ appointmentId: madeId, patientId: madeId, start: madeInstant, end: madeInstant });

/** The answer of a dry run: the schedule as it would be, and the visits that would need another time. */
export const schedulePreview = z.object({ dryRun: z.literal(true), needRebooking: z.array(displacedVisit) });

/** A displaced visit as its doctor sees it before deciding. `isMarked`: it already needed another time. */
export type NamedVisit = { id: string; start: string; end: string; patientName: string; isMarked: boolean };

/** Available times on one local date. */
export type SlotCount = { date: string; count: number };

/** Hours as the editor sends them: a null `id` creates hours at a new place. */
export const saveScheduleInput = z.strictObject({ id: uuid.nullable(), schedule: scheduleInputSchema });

export const deleteScheduleInput = z.strictObject(idAndVersion);

/** Part of one date to close at these places; a null `interval` closes the whole date. */
export const blockInput = z.strictObject({
  scheduleIds: z.array(uuid).min(1).max(100),
  date: localDateSchema,
  interval: localIntervalSchema.nullable(),
});
export type BlockInput = z.infer<typeof blockInput>;
