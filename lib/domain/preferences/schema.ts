import { z } from "zod";
import { CHOICE_CHANNELS, TOPICS } from "./status";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Must be a time such as 22:00");
const place = { topic: z.enum(TOPICS), channel: z.enum(CHOICE_CHANNELS) };

const quietHours = z
  .strictObject({ from: clockTime, until: clockTime })
  .refine(({ from, until }) => from !== until, { path: ["until"], message: "Must differ from the beginning" });

/** A change of what someone hears of and where; what isn't named stays as it is. */
export const preferencesInput = z.strictObject({
  choices: z
    .array(z.strictObject({ ...place, isOn: z.boolean() }))
    .max(TOPICS.length * CHOICE_CHANNELS.length, "At most one for each topic and channel")
    .optional(),
  quietHours: quietHours
    .nullable()
    .optional()
    .meta({ description: "Local times of your time zone; null ends them. The end may be on the next day." }),
});
export type PreferencesInput = z.infer<typeof preferencesInput>;

export const preferencesFormInput = preferencesInput.extend({ version: z.int().min(0) });

export const preferencesOutput = z.strictObject({
  version: z.int(),
  timeZone: z.string().meta({ description: "Your time zone, by which quiet hours are kept." }),
  quietHours: z.strictObject({ from: z.string(), until: z.string() }).nullable(),
  choices: z.array(
    z.strictObject({
      ...place,
      isOn: z.boolean(),
      isFixed: z.boolean().meta({ description: "It can't be turned off." }),
    }),
  ),
});
export type Preferences = z.infer<typeof preferencesOutput>;

/** The secret of an unsubscribe link. */
export const stopInput = z.strictObject({
  token: z
    .string()
    .max(400, "At most 400 characters")
    .regex(/^[\w-]+$/, "Must be as it stands in the email"),
});

/** The shape of what is in the database, whatever topics and channels another version has left there. */
export const storedChoices = z.record(z.string(), z.record(z.string(), z.unknown()).catch({})).catch({});
