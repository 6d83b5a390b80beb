import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { instant, localDate, orNull, shortText, uuid } from "@/lib/platform/input/text";
import { GRANT_SCOPES, GRANT_STATES } from "./status";

const scope = z.enum(GRANT_SCOPES).meta({
  description: "BACKGROUND: allergies and conditions. RECORD: the notes, measurements and medicines as well.",
});

/** `endsOn`: the last day, in the calendar of the account that gives it; without one until it is ended. */
export const giveGrantBody = z.strictObject({
  doctorId: uuid,
  scope: scope.default("RECORD"),
  endsOn: orNull(localDate).optional(),
});
export const giveGrantInput = giveGrantBody.extend({ patientId: uuid });

export const ofPatientInput = z.strictObject({ patientId: uuid, id: uuid });
export type OfPatient = z.output<typeof ofPatientInput>;

export const grantListQuery = z.strictObject({ limit, cursor: cursor.optional() });

export const findDoctorsInput = z.strictObject({ patientId: uuid, name: shortText(100) });

/** A record shared with a doctor, now or formerly. */
export const grantOutput = z.object({
  id: uuid,
  patientId: uuid,
  doctorId: uuid,
  doctorName: z.string(),
  scope,
  state: z.enum(GRANT_STATES).meta({
    description: "PAUSED: the doctor isn't verified at the moment, and reads nothing. ENDED: by someone, or by itself.",
  }),
  expiresAt: instant.nullable(),
  endsOn: z.string().nullable().meta({ format: "date", description: "The last day, in your calendar." }),
  untilMajority: z.boolean().meta({ description: "Ends on the patient's 18th birthday." }),
  givenByYou: z.boolean(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type Grant = z.infer<typeof grantOutput>;
