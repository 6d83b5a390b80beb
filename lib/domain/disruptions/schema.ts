import { z } from "zod";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { localIntervalSchema, offeredSlotSchema } from "@/lib/domain/schedules/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import { idAndVersion, ifGiven, instant, localDate, uuid, version } from "@/lib/platform/input/text";
import { checkRange } from "./schema/dates";
import { DISRUPTION_KINDS, DISRUPTION_STATUSES, LATE_MINUTES, MAX_PREVIEWED, VISIT_STANDS } from "./status";

const MAX_MOVES = 50;

const interval = localIntervalSchema.refine((one) => one.start < one.end, {
  path: ["end"],
  error: "The end must be after the start.",
});

const place = ifGiven(uuid.nullable()).meta({
  description: "The hospital. Null or missing: every place where the doctor has hours; for the doctor alone.",
});

/** A doctor isn't there: on these local dates, both included, all day or between two times of each. */
export const awayInput = z
  .strictObject({
    doctorId: uuid,
    hospitalId: place,
    from: localDate,
    to: localDate,
    interval: interval
      .nullable()
      .default(null)
      .meta({ description: "Between these times of each date; null: all day." }),
  })
  .superRefine(checkRange);
export type AwayInput = z.output<typeof awayInput>;

/** A doctor runs late today, at one place or wherever they are. */
export const lateInput = z.strictObject({
  doctorId: uuid,
  hospitalId: place,
  minutes: z
    .int("Enter a whole number of minutes.")
    .min(LATE_MINUTES.least, `Enter at least ${LATE_MINUTES.least} minutes.`)
    .max(LATE_MINUTES.most, `Enter at most ${LATE_MINUTES.most} minutes.`),
});
export type LateInput = z.output<typeof lateInput>;

/** Preparing and previewing: each reads and compares every upcoming visit. */
export const DISRUPTION_LIMIT = { name: "disruptions", limit: 60, windowSeconds: 60 };

const reachBy = z.enum(["EMAIL", "NOTIFICATION", "PHONE", "NONE"]);

const counts = z.strictObject({
  visits: z.int().meta({ description: "Appointments affected." }),
  told: z.int().meta({ description: "Patients who get a notification." }),
  toCall: z.int().meta({ description: "Patients who have to be called." }),
  unreachable: z.int().meta({ description: "Patients who have neither an account nor a phone number." }),
});
export type ReachCounts = z.infer<typeof counts>;

/** Which patients would be told, and how. */
export const disruptionPreview = z.strictObject({
  dryRun: z.literal(true),
  counts,
  visits: z
    .array(z.strictObject({ appointmentId: uuid, patientId: uuid, start: instant, end: instant, by: reachBy }))
    .meta({ description: `The first ${MAX_PREVIEWED} of them, by time; \`counts.visits\` says how many there are.` }),
});

export const disruptionOutput = z.strictObject({
  id: uuid,
  kind: z.enum(DISRUPTION_KINDS),
  status: z.enum(DISRUPTION_STATUSES),
  doctorId: uuid.nullable().meta({ description: "Null for what closes a hospital or a department." }),
  hospitalId: uuid.nullable(),
  departmentId: uuid.nullable().meta({ description: "For CLOSED: the department, while there is one." }),
  label: z.string().nullable().meta({ description: "The department's name then, or the holidays' calendar." }),
  closedOn: z.array(z.string()).meta({ description: "For CLOSED and HOLIDAY: the local dates that are closed." }),
  from: z.string().meta({ format: "date" }),
  to: z.string().meta({ format: "date" }),
  interval: z.strictObject({ start: z.string(), end: z.string() }).nullable(),
  lateMinutes: z.int().nullable().meta({ description: "For LATE: how much later the appointments are expected." }),
  tellAt: instant.meta({ description: "When telling the patients begins; until then it can be undone." }),
  endsAt: instant,
  counts: counts.extend({
    handled: z.int().meta({ description: "How many of the affected appointments have been dealt with." }),
    settled: z.int().meta({ description: "Those that have another time, or were cancelled." }),
  }),
  version: z.int(),
  createdAt: instant,
});
export type DisruptionOutput = z.infer<typeof disruptionOutput>;

const page = { limit, cursor: cursor.optional() };
export const disruptionsQuery = z.strictObject({
  ...page,
  doctorId: uuid.optional(),
  status: z.enum(DISRUPTION_STATUSES).optional(),
});
export const disruptionVisitsQuery = z.strictObject(page);

export const disruptionVisitOutput = z.strictObject({
  appointmentId: uuid,
  patientId: uuid,
  was: instant.meta({ description: "Its original time." }),
  start: instant.meta({ description: "Its time now." }),
  status: z.enum(APPOINTMENT_STATUSES),
  version: z.int(),
  by: reachBy.nullable().meta({ description: "How the patient was told; null if not yet, or not by this." }),
  stand: z.enum(VISIT_STANDS),
});

/** When an appointment is expected. */
export const delayOutput = z.strictObject({
  appointmentId: uuid,
  minutes: z.int().nullable().meta({ description: "How late the doctor runs; null if nothing is known of a delay." }),
  expectedAt: instant.meta({ description: "When the appointment is expected; its agreed time without a delay." }),
});

/** A time that an appointment could move to. */
const offer = z.strictObject({ doctorId: uuid, doctorName: z.string(), slots: z.array(offeredSlotSchema) });
export const offersOutput = z.strictObject({
  appointmentId: uuid,
  same: offer.meta({ description: "The nearest times with the same doctor." }),
  colleagues: z.array(offer).meta({
    description:
      "The nearest times with colleagues of the same specialty at the same place, who offer the same service.",
  }),
});
export type Offers = z.infer<typeof offersOutput>;

export const movesQuery = z.strictObject({
  doctorId: uuid.optional().meta({ description: "The colleague to move them to; by default the same doctor." }),
});
const plannedMove = z.strictObject({
  appointmentId: uuid,
  version: z.int(),
  from: instant,
  to: offeredSlotSchema.nullable().meta({ description: "Null: no time is left that suits the patient." }),
});
export const movesOutput = z.strictObject({ doctorId: uuid.nullable(), moves: z.array(plannedMove) });
export type Moves = z.infer<typeof movesOutput>;

export const movesInput = z.strictObject({
  doctorId: ifGiven(uuid),
  moves: z
    .array(z.strictObject({ appointmentId: uuid, version, start: instant, scheduleId: ifGiven(uuid) }))
    .min(1)
    .max(MAX_MOVES),
});
export type MovesInput = z.output<typeof movesInput>;

/** What became of each: moved, or why not. */
export const movedOutput = z.strictObject({
  moved: z.int(),
  results: z.array(
    z.strictObject({
      appointmentId: uuid,
      error: z.string().nullable().meta({ description: "The code of the refusal; null if it was moved." }),
      detail: z.string().nullable(),
      notified: notifiedOutput,
    }),
  ),
});
export type Moved = z.infer<typeof movedOutput>;

export const stepForm = z.strictObject(idAndVersion);
export const planForm = z.strictObject({ id: uuid, ...movesQuery.shape });
export const moveForm = movesInput.extend({ id: uuid });
