import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, uuid } from "@/lib/platform/input/text";
import { DUPLICATE_VIEWS, HOLDERS, LIKENESSES, MERGE_FIELDS, OBSTACLES } from "./status";

export const duplicatesQuery = z.strictObject({
  status: z.enum(DUPLICATE_VIEWS).default("open"),
  limit,
  cursor: cursor.optional(),
});
export const mergesQuery = z.strictObject({ limit, cursor: cursor.optional() });

export const idInput = z.strictObject({ id: uuid });

export const mergeInput = z.strictObject({
  duplicateId: uuid,
  survivorId: uuid.meta({ description: "Which of the two records stands for both afterwards." }),
  take: z
    .array(z.enum(MERGE_FIELDS))
    .max(MERGE_FIELDS.length)
    .default([])
    .meta({ description: "The values the surviving record takes over from the other one." }),
});
export type MergeInput = z.output<typeof mergeInput>;

const day = z.string().nullable();

/** A record as the desk compares it: identity and administrative facts, all of this hospital, nothing clinical. */
const record = z.strictObject({
  id: uuid,
  name: z.string(),
  bornOn: day,
  phone: z.string().nullable(),
  createdAt: instant,
  holder: z.enum(HOLDERS).meta({ description: "Who acts for them: their own account, other people's only, or none." }),
  appointments: z.int().meta({ description: "At this hospital." }),
  upcoming: z.int().meta({ description: "Of these, the live ones that are still to come." }),
  lastVisitOn: day,
  stays: z.int(),
  ambulances: z.int(),
});
export type PatientRecord = z.infer<typeof record>;

export const duplicateOutput = z.strictObject({
  id: uuid,
  likeness: z.enum(LIKENESSES),
  createdAt: instant,
  isSetAside: z.boolean(),
  records: z.tuple([record, record]),
});
export type Duplicate = z.infer<typeof duplicateOutput>;

export const comparisonOutput = duplicateOutput.extend({
  ways: z
    .array(
      z.strictObject({
        survivorId: uuid,
        obstacle: z.enum(OBSTACLES).nullable().meta({ description: "Why this way isn't possible; null when it is." }),
        takeable: z.array(z.enum(MERGE_FIELDS)),
      }),
    )
    .meta({ description: "Either record can be the one that is kept, unless something rules it out." }),
  overlaps: z
    .array(z.strictObject({ appointmentIds: z.tuple([uuid, uuid]), start: instant }))
    .meta({ description: "Live appointments of both at the same time at this hospital; at most 20." }),
  timeZone: z.string(),
});
export type Comparison = z.infer<typeof comparisonOutput>;

const party = z.strictObject({ id: uuid, name: z.string(), bornOn: day });

export const mergeOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  source: party.meta({ description: "The record that was merged away, with its own values." }),
  survivor: party,
  taken: z.array(z.enum(MERGE_FIELDS)),
  mergedAt: instant,
  mergedBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  addedSince: z.int().meta({
    description:
      "Appointments, stays, ambulance calls and registrations of this hospital added since. They stay with the survivor when the merge is undone.",
  }),
});
export type Merge = z.infer<typeof mergeOutput>;
