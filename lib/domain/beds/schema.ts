import { z } from "zod";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, localDate, longText, nameText, orNull, shortText, uuid } from "@/lib/platform/input/text";
import { moneyInput, moneyOutput } from "@/lib/platform/money/money";
import { BED_BOOKING_STATUSES, BED_CONDITIONS, BED_STATES, REQUESTABLE_STATUSES, WARD_KINDS } from "./status";

export const wardKind = z.enum(WARD_KINDS, `Must be one of ${WARD_KINDS.join(", ")}`);
const bedState = z.enum(BED_STATES);
const bedCondition = z.enum(BED_CONDITIONS);
const reason = longText(500);
const count = z.int().min(0);

// ── wards ──
const rateMeaning = { description: "Daily rate in the currency's smallest unit. Null if not given." };
const dailyRate = moneyInput.nullable().meta(rateMeaning);

const wardFields = {
  name: nameText(80),
  kind: wardKind,
  departmentId: orNull(uuid),
  dailyRate,
  cleaningMinutes: z
    .int("Enter whole minutes")
    .min(0, "Must be 0 or more")
    .max(1440, "At most 1440 minutes")
    .meta({ description: "From discharge until cleaning should be done. Default: 45." }),
};

export const addWardBody = z.strictObject({
  name: wardFields.name,
  kind: wardFields.kind,
  departmentId: wardFields.departmentId.optional(),
  dailyRate: dailyRate.optional(),
  cleaningMinutes: wardFields.cleaningMinutes.optional(),
});
export const addWardInput = addWardBody.extend({ hospitalId: uuid });
export type AddWardInput = z.output<typeof addWardInput>;

/** Missing values stay as they are. */
export const changeWardInput = z.strictObject(wardFields).partial();
export type ChangeWardInput = z.output<typeof changeWardInput>;

/** How many beds have each condition; each bed has exactly one. */
export const bedCountsOutput = z.strictObject({
  total: count,
  free: count,
  reserved: count,
  occupied: count,
  cleaning: count,
  outOfService: count,
  closed: count.meta({ description: "Empty beds of a closed ward, or closed themselves." }),
});
export type BedCounts = z.infer<typeof bedCountsOutput>;

export const wardOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  name: z.string(),
  kind: wardKind,
  departmentId: uuid.nullable(),
  dailyRate: moneyOutput.nullable().meta(rateMeaning),
  cleaningMinutes: z.int(),
  version: z.int(),
  beds: bedCountsOutput,
});
export type WardOutput = z.infer<typeof wardOutput>;

// ── beds ──
const label = shortText(30);

export const addBedBody = z.strictObject({ wardId: uuid, label });
export const addBedInput = addBedBody.extend({ hospitalId: uuid });
export type AddBedInput = z.output<typeof addBedInput>;

/** A range of beds: `1–12`, `A1–A12`. */
export const addBedsInput = z.strictObject({ hospitalId: uuid, wardId: uuid, labels: shortText(60) });
export type AddBedsInput = z.output<typeof addBedsInput>;

/** Missing values stay as they are. `reason` belongs to OUT_OF_SERVICE. */
export const changeBedInput = z.strictObject({
  state: bedState.optional(),
  label: label.optional(),
  wardId: uuid.optional(),
  reason: ifGiven(reason),
});
export type ChangeBedInput = z.output<typeof changeBedInput>;

export const bedOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  wardId: uuid,
  kind: wardKind,
  label: z.string(),
  state: bedState,
  condition: bedCondition.meta({ description: "State and bookings together: the bed's current condition." }),
  reason: z.string().nullable(),
  stateChangedAt: instant,
  cleaningDueAt: instant.nullable(),
  version: z.int(),
});
export type BedOutput = z.infer<typeof bedOutput>;

// ── bookings ──
const day = z.union(
  [localDate, instant],
  "Must be a date such as 2030-01-31, or an instant such as 2030-01-31T09:30:00Z",
);

/** A requested bed. A date is the hospital's: `from` is its start (or now, if later), `to` its end. */
const wanted = {
  hospitalId: uuid,
  patientId: ifGiven(uuid).meta({ description: "Default: yourself." }),
  patient: newPatientInput.optional().meta({ description: "A patient without an account. For the hospital's staff." }),
  to: ifGiven(day).meta({ description: "Planned end. Open-ended if left out." }),
  reason: ifGiven(reason),
};

const onePatient = (input: { patientId?: unknown; patient?: unknown }, ctx: z.RefinementCtx) => {
  if (input.patientId !== undefined && input.patient !== undefined) {
    ctx.addIssue({
      code: "custom",
      path: ["patient"],
      message: "Give a known patient or a new one, not both",
    });
  }
};

export const requestBedInput = z.strictObject({ ...wanted, wardKind, from: day }).superRefine(onePatient);
export type RequestBedInput = z.output<typeof requestBedInput>;

/** A patient without a reservation is admitted directly. */
export const admitPatientInput = z.strictObject({ ...wanted, bedId: uuid }).superRefine(onePatient);
export type AdmitPatientInput = z.output<typeof admitPatientInput>;
const { hospitalId: _hospital, ...admitted } = wanted;
/** The same where the path names the hospital. */
export const admitPatientBody = z.strictObject({ ...admitted, bedId: uuid }).superRefine(onePatient);

export const changeBedBookingInput = z.strictObject({
  status: z.enum(REQUESTABLE_STATUSES),
  bedId: ifGiven(uuid).meta({
    description: "For RESERVED and ADMITTED. Changing it moves a reservation to another bed.",
  }),
  reservedUntil: ifGiven(instant).meta({
    description: "For RESERVED. Default: four hours from when it's needed; at most 72.",
  }),
  endsAt: orNull(instant)
    .optional()
    .meta({ description: "For RESERVED and ADMITTED: planned end. Null for open-ended." }),
  reason: ifGiven(reason),
});
export type ChangeBedBookingInput = z.output<typeof changeBedBookingInput>;

export const transferInput = z.strictObject({ bedId: uuid });
export type TransferInput = z.output<typeof transferInput>;

export const bedBookingOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  patientId: uuid,
  wardKind,
  bedId: uuid.nullable(),
  status: z.enum(BED_BOOKING_STATUSES),
  from: instant,
  to: instant.nullable(),
  reservedUntil: instant.nullable(),
  reason: z.string().nullable(),
  statusReason: z.string().nullable(),
  reservedAt: instant.nullable(),
  admittedAt: instant.nullable(),
  dischargedAt: instant.nullable(),
  endedAt: instant.nullable(),
  version: z.int(),
  createdAt: instant,
});
export type BedBookingOutput = z.infer<typeof bedBookingOutput>;

/** A changed stay, and how its patient is notified. */
export const changedBedBookingOutput = bedBookingOutput.extend({ notified: notifiedOutput });

/** The filters of lists. */
const bedBookingFilter = z.strictObject({
  hospitalId: uuid.optional(),
  patientId: uuid.optional(),
  status: z.enum(BED_BOOKING_STATUSES).optional(),
});
export type BedBookingFilter = z.output<typeof bedBookingFilter>;

const bedFilter = z.strictObject({
  wardId: uuid.optional(),
  kind: wardKind.optional(),
  condition: bedCondition.optional(),
});
export type BedFilter = z.output<typeof bedFilter>;

const page = { limit, cursor: cursor.optional() };
export const bedBookingListQuery = bedBookingFilter.extend(page);
export const bedListQuery = bedFilter.extend(page);
export const wardListQuery = z.strictObject(page);
