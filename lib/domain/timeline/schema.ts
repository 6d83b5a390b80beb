import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, localDate, uuid } from "@/lib/platform/input/text";
import { TIMELINE_KINDS, TIMELINE_TYPES } from "./status";

export const timelineKind = z.enum(TIMELINE_KINDS);

export const timelineQuery = z.strictObject({ kind: timelineKind.optional(), limit, cursor: cursor.optional() });

/** One thing that happened to a patient. */
export const timelineEntryOutput = z.object({
  type: z.enum(TIMELINE_TYPES),
  id: uuid.meta({
    description: "Of the thing: the appointment, the stay, the document …; of a prescription, its note.",
  }),
  patientId: uuid,
  patientName: z.string(),
  at: instant,
  datedOn: localDate.nullable().meta({ description: "Of a document, which has a date and no time." }),
  until: instant.nullable().meta({ description: "Of a stay: the discharge." }),
  appointmentId: uuid.nullable().meta({ description: "The visit it comes from." }),
  title: z.string().nullable().meta({
    description: "The service, the document's title, the substance or the condition.",
  }),
  status: z.string().nullable().meta({ description: "Of a visit, an allergy or a condition." }),
  count: z.int().nullable().meta({ description: "How many measurements or medicines." }),
  doctorName: z.string().nullable(),
  placeName: z.string().nullable(),
  timeZone: z.string().nullable().meta({ description: "Of the place; null where it happened nowhere." }),
});
export type TimelineEntry = z.infer<typeof timelineEntryOutput>;
