import { z } from "zod";
import { birthDate } from "@/lib/domain/patients/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, longText, nameText, uuid } from "@/lib/platform/input/text";
import { REVIEW_STATES, VERDICTS } from "./status";

/** Whom it is about, exactly, and why. */
export const openEmergencyInput = z.strictObject({
  name: nameText(100).meta({ description: "The full name, as on an identity document." }),
  bornOn: birthDate,
  reason: longText(1000).refine((text) => text.length >= 10, "Say it in a sentence"),
});

export const emergencyIdInput = z.strictObject({ id: uuid });
export const emergencyListQuery = z.strictObject({ limit, cursor: cursor.optional() });
export const reviewListQuery = emergencyListQuery.extend({ state: z.enum(REVIEW_STATES).default("open") });

export const reviewBody = z.strictObject({ verdict: z.enum(VERDICTS), remark: ifGiven(longText(1000)) });
export const reviewInput = reviewBody.extend({ id: uuid });

const shared = {
  id: uuid,
  patientId: uuid,
  doctorId: uuid,
  openedAt: instant,
  endsAt: instant.meta({ description: "When it ended, or will end by itself." }),
  isOpen: z.boolean(),
  reason: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  remark: z.string().nullable(),
  reviewedAt: instant.nullable(),
};

/** A record opened in an emergency, as the doctor and the family read it. */
export const emergencyOutput = z.object({ ...shared, patientName: z.string(), doctorName: z.string() });
export type Emergency = z.infer<typeof emergencyOutput>;

/** The same for its review. */
export const reviewOutput = emergencyOutput.extend({
  looks: z.int().meta({ description: "How often something in the record was opened by this access." }),
  canReview: z.boolean().meta({ description: "False for the person who opened it." }),
  isTold: z.boolean().meta({
    description: "Whether an account was notified that reads the record, or someone noted that the patient was told.",
  }),
  canNoteTold: z.boolean(),
  phone: z.string().nullable().meta({ description: "Of a patient who is still to be told by letter or phone." }),
  toldAt: instant.nullable().meta({ description: "When an administrator noted that the patient was told otherwise." }),
  toldBy: z.string().nullable(),
});
export type Review = z.infer<typeof reviewOutput>;
