import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { duplicateEvent } from "./events";
import { canMergeAt } from "./policy";
import { getComparison } from "./queries";
import type { Comparison } from "./schema";
import { pairById } from "./statements";

/** Sets a likely pair aside at the actor's hospital: different people. Repeating it is fine. Throws `not-found`. */
export function tellApart(actor: Actor, id: string): Promise<Comparison> {
  return look(actor, id, "set-aside", async (tx, key, byUserId) => {
    const { count } = await tx.differentPeople.createMany({ data: { ...key, byUserId }, skipDuplicates: true });
    return count > 0;
  });
}

/** Puts a pair that was set aside back on the list. Repeating it is fine. Throws `not-found`. */
export function suggestAgain(actor: Actor, id: string): Promise<Comparison> {
  return look(
    actor,
    id,
    "restored",
    async (tx, key) => (await tx.differentPeople.deleteMany({ where: key })).count > 0,
  );
}

type Key = { hospitalId: string; firstId: string; secondId: string };

async function look(
  actor: Actor,
  id: string,
  what: "set-aside" | "restored",
  change: (tx: Tx, key: Key, byUserId: string | null) => Promise<boolean>,
): Promise<Comparison> {
  const { hospitalId } = actor;
  if (!canMergeAt(actor, hospitalId)) throw notFound();
  await inTransaction(actor, async (tx) => {
    const [pair] = await pairById(tx, hospitalId, id);
    if (!pair) throw notFound();
    const { firstId, secondId } = pair;
    if (!(await change(tx, { hospitalId, firstId, secondId }, actor.userId))) return;
    const audit = {
      action: what === "set-aside" ? "patient.tell-apart" : "patient.suggest-again",
      subject: "patient",
      subjectId: firstId,
      patientId: firstId,
      hospitalId,
      details: { otherId: secondId },
    };
    await recordChange(tx, actor, audit, [duplicateEvent(`duplicate.${what}`, { id, hospitalId })]);
  });
  return getComparison(actor, id);
}
