import { z } from "zod";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { cursor, limit } from "@/lib/platform/input/query";
import { ifGiven, instant, shortText, uuid } from "@/lib/platform/input/text";
import { changeOutput, profileOutput } from "./schema";
import { COUNTED, PROFILE_STEPS } from "./status";

export const profilesQuery = z.strictObject({
  q: ifGiven(shortText(120)).meta({ description: "Words of the name, the city or the specialty." }),
  state: z.enum(["PENDING", "VERIFIED", "REJECTED", "SUSPENDED"]).optional(),
  limit,
  cursor: cursor.optional(),
});
export type ProfilesQuery = z.output<typeof profilesQuery>;

/** A doctor or hospital in a list, verified or not. */
export const listedProfileOutput = profileOutput.extend({
  city: z.string().nullable(),
  country: z.string().nullable(),
  createdAt: instant,
});
export type ListedProfile = z.infer<typeof listedProfileOutput>;

const account = z.object({ id: uuid, name: z.string() });

/** One of them on its own page. */
export const profileDetailsOutput = listedProfileOutput.extend({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  registrationNumber: z.string().nullable().meta({ description: "A doctor's." }),
  specialties: z.array(z.string()).meta({ description: "A doctor's." }),
  owner: account
    .extend({ email: z.string() })
    .nullable()
    .meta({ description: "A doctor's account; a hospital has its staff." }),
  counts: z.array(z.object({ of: z.enum(COUNTED), count: z.int() })).meta({ description: "What belongs to it now." }),
  today: z
    .array(z.object({ status: z.enum(APPOINTMENT_STATUSES), count: z.int() }))
    .meta({ description: "Today's appointments by the clock of the place; those on hold aside." }),
  history: z
    .array(z.object({ step: z.enum(PROFILE_STEPS), at: instant, by: account.nullable() }))
    .meta({ description: "The last twenty steps of verification, newest first." }),
  changes: z.array(changeOutput).meta({ description: "The last twenty changes they have asked for, newest first." }),
});
export type ProfileDetails = z.infer<typeof profileDetailsOutput>;
