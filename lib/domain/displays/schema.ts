import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, nameText, uuid } from "@/lib/platform/input/text";
import { MOST_DOCTORS } from "./status";

export const addDisplayBody = z.strictObject({
  name: nameText(60).meta({ description: "Where it hangs, such as “Second floor”; shown on the screen." }),
  doctorIds: z
    .array(uuid)
    .max(MOST_DOCTORS, `Choose ${MOST_DOCTORS} doctors at most`)
    .default([])
    .meta({ description: "Whose queues it shows; none: everyone's of the place." }),
  speaks: z
    .boolean()
    .default(false)
    .meta({ description: "Whether it reads the numbers aloud, as far as its browser can." }),
});
/** `hospitalId` null: a doctor's own practice. */
export const addDisplayForm = addDisplayBody.extend({ hospitalId: uuid.nullable() });
export const displayIdForm = z.strictObject({ id: uuid });
export const displayListQuery = z.strictObject({ limit, cursor: cursor.optional() });

/** What the address of a screen has in its fragment. */
export const displayTokenForm = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** A screen on the wall: never what opens it. */
export const displayOutput = z.object({
  id: uuid,
  doctorId: uuid.nullable(),
  hospitalId: uuid.nullable(),
  name: z.string(),
  doctorIds: z.array(uuid),
  speaks: z.boolean(),
  createdAt: instant,
});
export type Display = z.infer<typeof displayOutput>;

export const newDisplayOutput = displayOutput.extend({
  url: z.string().meta({ description: "What the screen opens, answered this once: only a hash of it is kept." }),
});
export type NewDisplay = z.infer<typeof newDisplayOutput>;

/** What a screen shows: numbers, letters and rooms. */
export type ShownQueue = {
  id: string;
  letter: string;
  room: string | null;
  /** Those who are called, the latest first. */
  called: { number: string; calledAt: string }[];
  next: string[];
  /** How many more wait. */
  more: number;
};
export type Board = { queues: ShownQueue[]; asOf: string };
