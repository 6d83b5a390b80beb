import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { templatesChanged } from "./events";
import { canChangeTemplates, canUseTemplates } from "./policy";

/** Removes a template; messages written with it stay. Throws `not-found`, `forbidden` for staff who aren't managers. */
export function removeTemplate(actor: Actor, id: string): Promise<void> {
  return inTransaction(actor, async (tx) => {
    const select = { doctorId: true, hospitalId: true };
    const owner = (await tx.communicationTemplate.findUnique({ where: { id }, select })) as Owner | null;
    if (!owner || !canUseTemplates(actor, owner)) throw notFound();
    if (!canChangeTemplates(actor, owner)) throw new AppError("forbidden", "Only a manager changes templates.");
    const { count } = await tx.communicationTemplate.deleteMany({ where: { id } });
    if (count === 0) throw notFound();
    const audit = { action: "template.remove", subject: "template", subjectId: id, ...owner };
    await recordChange(tx, actor, audit, [templatesChanged(owner)]);
  });
}
