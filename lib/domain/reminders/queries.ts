import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { canReadRule } from "./policy";
import { USUAL_RULE } from "./status";
import type { ReminderRuleOutput } from "./schema";

/** Returns when a doctor's or a hospital's patients are reminded. Throws `not-found` for all who may not know. */
export async function getReminderRule(actor: Actor, owner: Owner): Promise<ReminderRuleOutput> {
  if (!canReadRule(actor, owner)) throw notFound();
  const own = await db.reminderRule.findFirst({
    where: owner,
    select: { minutesBefore: true, callsUnconfirmed: true },
  });
  return { own, usual: USUAL_RULE };
}
