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

const sealNumber = z.string().regex(/^\d{1,18}$/, "Must be the number of a seal");

/** Which stretch of the trail to compare with its seals. */
export const stretchInput = z.strictObject({
  after: sealNumber.optional().meta({ description: "The seal it follows, 0 for the first; by default the latest." }),
});
export type StretchInput = z.output<typeof stretchInput>;

const run = {
  begun: z.string().meta({ description: "The first seal of the run that this stretch goes on with." }),
  to: z.string().meta({ description: "The last seal compared; go on after it until it is `last`." }),
  last: z.string().meta({ description: "The last seal there was." }),
  entries: z.int().meta({ description: "Compared in this run." }),
  found: z.int().meta({ description: "Findings in this run; 0 when all that was compared is as it was sealed." }),
  unread: z
    .int()
    .meta({ description: "Parts of the archive that this run could not read: their entries are not compared." }),
};

export const stretchOutput = z.object({
  ...run,
  from: z.string().meta({ description: "The first seal of this stretch." }),
  sealedFrom: instant.nullable(),
  sealedTo: instant.nullable(),
  findings: z
    .array(z.string())
    .meta({ description: "What was done to this stretch or can't be read of it, each in a sentence; at most 100." }),
});
export type StretchReport = z.infer<typeof stretchOutput>;

/** The last check, as the trail has it. */
const verificationDetails = z.object({ ...run, unread: run.unread.default(0) });
export type Verification = z.infer<typeof verificationDetails> & {
  at: string;
  by: { id: string; name: string } | null;
};

/** Reads a check from its entry. */
export const readVerification = (details: unknown) => verificationDetails.parse(details);
