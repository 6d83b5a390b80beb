import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { notFound } from "@/lib/platform/errors/app-error";
import { canDiagnose } from "../policy";
import type { chosenInput } from "../schema";
import { forgetOldUses, noteUse } from "../statements";

/** More would make everything recent. */
const KEPT = 200;

/**
 * Notes that this doctor has chosen a code, so that it comes first the next time; says nothing about a patient. Throws
 * `not-found` for everyone but doctors.
 */
export async function rememberChoice(actor: Actor, { system, code }: z.output<typeof chosenInput>): Promise<void> {
  if (!canDiagnose(actor)) throw notFound();
  const { doctorId } = actor;
  await inTransaction(actor, async (tx) => {
    await noteUse(tx, doctorId, system, code);
    await forgetOldUses(tx, doctorId, KEPT);
  });
}
