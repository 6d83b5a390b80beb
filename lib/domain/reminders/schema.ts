import { z } from "zod";
import { uuid } from "@/lib/platform/input/text";
import { EARLIEST_MINUTES, LATEST_MINUTES, MOST_REMINDERS } from "./status";

const fields = {
  minutesBefore: z
    .array(z.int().min(LATEST_MINUTES).max(EARLIEST_MINUTES))
    .max(MOST_REMINDERS)
    .meta({ description: "Minutes before the start; whole days are days of the place's calendar. Empty: none." }),
  callsUnconfirmed: z.boolean().meta({
    description: "Whether those who haven't confirmed are on the list of people to call on the day before, at 9:00.",
  }),
};

/** Null: no rule of their own. */
export const reminderRuleBody = z.strictObject({ own: z.strictObject(fields).nullable() });
export type ReminderRuleBody = z.infer<typeof reminderRuleBody>;
export const saveReminderRuleInput = reminderRuleBody.extend({ hospitalId: uuid.nullable() });

export const remindNowInput = z.strictObject({ id: uuid });
export const remindedOutput = z.object({
  messages: z.int().meta({ description: "How many messages there are." }),
  waiting: z.int().meta({ description: "How many of them wait for the end of quiet hours." }),
});

const ruleOutput = z.object({ minutesBefore: z.array(z.int()), callsUnconfirmed: z.boolean() });

export const reminderRuleOutput = z.object({
  own: ruleOutput.nullable().meta({
    description: "Null: a doctor's patients are reminded as the hospital of the visit says, a hospital's as usual.",
  }),
  usual: ruleOutput.meta({ description: "What counts where there is no other rule." }),
});
export type ReminderRuleOutput = z.infer<typeof reminderRuleOutput>;
