import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, uuid } from "@/lib/platform/input/text";
import { OPERATIONS, PURPOSES, type OperationKind } from "./status";

export const accessLogQuery = z.strictObject({ limit, cursor: cursor.optional() });

export const operationsQuery = z.strictObject({
  kind: z.enum(Object.keys(OPERATIONS) as [OperationKind, ...OperationKind[]]).optional(),
  cursor: cursor.optional(),
});

/** The appointment whose note was read. */
const visit = z.object({ appointmentId: uuid, start: instant, timeZone: z.string() }).nullable();
const what = z.string().meta({ description: "What was done, in plain words: “read the note”." });

/** One line of an access log: one look, or several of the same kind that began within an hour. */
export const accessOutput = z.object({
  id: z.string().meta({ description: "Of the line's newest access; another one once there is a newer." }),
  firstAt: instant,
  lastAt: instant,
  count: z.int().meta({ description: "How many looks; what an open page repeats counts as one." }),
  who: z.string(),
  isYou: z.boolean(),
  what,
  purpose: z.enum(PURPOSES).nullable(),
  why: z.string().meta({ description: "The purpose in plain words." }),
  patient: z.object({ id: uuid, name: z.string() }),
  visit,
  entries: z
    .array(
      z.object({ at: instant, until: instant.meta({ description: "When its page last repeated it." }), what, visit }),
    )
    .meta({ description: "The looks in this line, newest first; at most 20." }),
});
export type Access = z.infer<typeof accessOutput>;

/** One line of a hospital's operations. */
export type Operation = {
  id: string;
  firstAt: string;
  lastAt: string;
  count: number;
  who: string;
  what: string;
  subject: string;
  subjectId: string | null;
  times: string[];
};
