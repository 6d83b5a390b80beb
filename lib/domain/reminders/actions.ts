"use server";
import { defineAction } from "@/lib/actor/define-action";
import { remindNow } from "./remind-now";
import { saveReminderRule } from "./save-reminder-rule";
import { remindNowInput, saveReminderRuleInput } from "./schema";

export const saveReminderRuleAction = defineAction(
  saveReminderRuleInput,
  (actor, { hospitalId, own }) =>
    saveReminderRule(
      actor,
      hospitalId === null ? { doctorId: actor.doctorId ?? "", hospitalId } : { doctorId: null, hospitalId },
      { own },
    ),
  { name: "save-reminder-rule" },
);

export const remindNowAction = defineAction(remindNowInput, (actor, { id }) => remindNow(actor, id), {
  name: "remind-now",
});
