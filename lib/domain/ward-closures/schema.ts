import { z } from "zod";
import { DISRUPTION_STATUSES } from "@/lib/domain/disruptions/status";
import { cursor, limit } from "@/lib/platform/input/query";
import { idAndVersion, ifGiven, instant, orNull, uuid } from "@/lib/platform/input/text";
import { CLOSURE_PHASES, CLOSURE_REASONS, MAX_CLOSED_BEDS } from "./status";

/** A ward, or some of its beds, is closed from one instant until another. */
const closing = {
  wardId: uuid,
  bedIds: ifGiven(z.array(uuid).min(1, "Choose at least one bed.").max(MAX_CLOSED_BEDS)).meta({
    description: "Only these beds of the ward. By default all of it, beds that are added later included.",
  }),
  reason: z.enum(CLOSURE_REASONS),
  startsAt: ifGiven(instant).meta({ description: "By default now." }),
  endsAt: orNull(instant).optional().meta({ description: "Null or left out: until further notice." }),
};
export const closeWardBody = z.strictObject(closing);
export const closeWardInput = closeWardBody.extend({ hospitalId: uuid });
export type CloseWardInput = z.output<typeof closeWardInput>;

const bodyPage = { limit: z.int().min(1).max(100).default(25), cursor: ifGiven(cursor) };
export const previewClosureBody = closeWardBody.extend(bodyPage);
export const previewClosureInput = closeWardInput.extend(bodyPage);
export type PreviewClosureInput = z.output<typeof previewClosureInput>;

export const changeWardClosureInput = z.strictObject({
  endsAt: orNull(instant).meta({ description: "Until when; null: until further notice." }),
});
export const changeWardClosureForm = changeWardClosureInput.extend(idAndVersion);
export const closureStepForm = z.strictObject(idAndVersion);

/** Previewing and closing: each reads and compares everyone who has a bed there. */
export const CLOSURE_LIMIT = { name: "ward-closures", limit: 60, windowSeconds: 60 };

const page = { limit, cursor: cursor.optional() };
export const wardClosuresQuery = z.strictObject(page);
export const closureStaysQuery = z.strictObject(page);

const reachBy = z.enum(["EMAIL", "NOTIFICATION", "PHONE", "NONE"]);
const affected = {
  inBed: z.int().meta({ description: "Patients in these beds; they stay until they are moved." }),
  planned: z.int().meta({ description: "Reservations that need another bed." }),
  told: z.int().meta({ description: "Patients with a reservation who get a notification." }),
  toCall: z.int().meta({ description: "Patients with a reservation who have to be called." }),
  unreachable: z.int().meta({ description: "Patients with a reservation who can't be reached." }),
};
const previewCounts = z.strictObject(affected);
export type AffectedCounts = z.infer<typeof previewCounts>;

/** Someone who has one of the beds: in it now, or reserved for them. */
export const closureStayOutput = z.strictObject({
  bookingId: uuid,
  patientId: uuid,
  bedId: uuid,
  bed: z.string().meta({ description: "The bed's label." }),
  status: z.enum(["RESERVED", "ADMITTED"]),
  from: instant,
  to: instant.nullable(),
  version: z.int(),
  by: reachBy.nullable().meta({
    description: "How the patient is told. Null for someone who is in the bed, and before the patient is told.",
  }),
});
export type ClosureStayOutput = z.infer<typeof closureStayOutput>;

export const closurePreviewOutput = z.strictObject({
  dryRun: z.literal(true),
  counts: previewCounts,
  items: z.array(closureStayOutput).meta({ description: "By start; `counts` says how many there are." }),
  nextCursor: z.string().nullable(),
});

export const wardClosureOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  wardId: uuid,
  ward: z.string().meta({ description: "The ward's name." }),
  beds: z
    .array(z.strictObject({ id: uuid, label: z.string() }))
    .nullable()
    .meta({ description: "The closed beds; null: the whole ward." }),
  reason: z.enum(CLOSURE_REASONS),
  status: z.enum(DISRUPTION_STATUSES),
  phase: z.enum(CLOSURE_PHASES).meta({ description: "Where it stands by the clock." }),
  startsAt: instant,
  endsAt: instant.nullable().meta({ description: "Until when it was meant to last; null: until further notice." }),
  endedAt: instant.nullable(),
  tellAt: instant.meta({ description: "When telling the patients begins; until then it can be undone." }),
  counts: z.strictObject({
    ...affected,
    waiting: z.int().meta({ description: "Patients with a reservation who haven't been told yet." }),
  }),
  version: z.int(),
  createdAt: instant,
});
export type WardClosureOutput = z.infer<typeof wardClosureOutput>;
