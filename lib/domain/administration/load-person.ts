import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { findLastEmailChangeIn } from "@/lib/domain/email-changes/queries";
import { unsafeListPreferences } from "@/lib/domain/preferences/queries";
import { isWanted, type Choices } from "@/lib/domain/preferences/rules";
import { PATIENT_TOPICS, WORK_TOPICS } from "@/lib/domain/preferences/status";
import { notFound } from "@/lib/platform/errors/app-error";
import { loadSignIn } from "./internal/known-sign-in";
import { canAdminister } from "./policy";
import { getPersonIn } from "./queries";
import type { Person } from "./schema";
import type { PersonDetails } from "./schema-people";
import { actsFor } from "./statements/people";

/**
 * Returns one account with all that explains what becomes of its sign-ins and emails; of its patients only how many there are.
 * Each look is audited. Throws `not-found`, also for everyone but administrators.
 */
export async function loadPerson(actor: Actor, id: string): Promise<PersonDetails> {
  if (!canAdminister(actor)) throw notFound();
  return inTransaction(actor, async (tx) => {
    const person = await getPersonIn(tx, actor, id);
    const row = await tx.user.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        email: true,
        status: true,
        timeZone: true,
        phone: true,
        lastSignInAt: true,
        _count: { select: { pushSubscriptions: true } },
      },
    });
    const { facts, sessionCount } = await loadSignIn(tx, row);
    const emailChange = await findLastEmailChangeIn(tx, actor, id);
    const acts = await actsFor(tx, id);
    const preference = (await unsafeListPreferences(tx, [id])).get(id);
    await recordChange(tx, actor, { action: "user.view", subject: "user", subjectId: id });
    return {
      ...person,
      timeZone: row.timeZone,
      hasPhone: row.phone !== null,
      acts,
      sessionCount,
      devices: row._count.pushSubscriptions,
      quietHours: preference?.quietHours ?? null,
      noEmailAbout: noEmailAbout(person, preference?.choices ?? {}),
      emailChange,
      signIn: facts,
    };
  });
}

/** Topics that concern the person and of which they get no email, by their choice or as long as they make none. */
function noEmailAbout({ doctor, hospital, isAdmin, patients }: Person, choices: Choices) {
  const works = doctor !== null || hospital !== null || isAdmin;
  const topics = [...(patients > 0 || !works ? PATIENT_TOPICS : []), ...(works ? WORK_TOPICS : [])];
  return topics
    .filter((topic) => !isWanted(topic, "EMAIL", choices))
    .map((topic) => ({ topic, isChosen: choices[topic]?.EMAIL === false }));
}
