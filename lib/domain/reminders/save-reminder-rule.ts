import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { addJob } from "@/lib/platform/jobs/add-job";
import { reminderRuleChanged } from "./events";
import { canChangeRule, canReadRule } from "./policy";
import { REPLAN_TASK } from "./replan-reminders";
import { inOrder, USUAL_RULE } from "./status";
import type { ReminderRuleBody, ReminderRuleOutput } from "./schema";

/**
 * Sets when a doctor's or a hospital's patients are reminded; null removes their own rule. A job reschedules reminders still
 * to come. Throws `not-found`, `forbidden` for staff who aren't managers.
 */
export async function saveReminderRule(
  actor: Actor,
  owner: Owner,
  { own }: ReminderRuleBody,
): Promise<ReminderRuleOutput> {
  if (!canReadRule(actor, owner)) throw notFound();
  if (!canChangeRule(actor, owner)) throw new AppError("forbidden", "Only a manager changes reminders.");
  const { doctorId, hospitalId } = owner;
  const rule = own && { ...own, minutesBefore: inOrder(own.minutesBefore) };
  return inTransaction(
    actor,
    async (tx) => {
      await tx.reminderRule.deleteMany({ where: owner });
      if (rule) await tx.reminderRule.createMany({ data: [{ ...owner, ...rule }] });
      await addJob(tx, REPLAN_TASK, { doctorId, hospitalId });
      const audit = {
        action: "reminder-rule.change",
        subject: "reminder-rule",
        subjectId: doctorId ?? hospitalId,
        doctorId,
        hospitalId,
        details: { minutesBefore: rule?.minutesBefore.join(" ") ?? null },
      };
      await recordChange(tx, actor, audit, [reminderRuleChanged(owner)]);
      return { own: rule, usual: USUAL_RULE };
    },
    { locks: [`reminder-rule:${doctorId ?? hospitalId}`] },
  );
}
