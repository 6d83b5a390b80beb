import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { templatesChanged } from "./events";
import { canChangeTemplates, canUseTemplates } from "./policy";
import type { Template } from "./schema";
import { MOST_TEMPLATES } from "./status";

/**
 * Adds a template to a doctor's own or a hospital's. Throws `not-found`, `forbidden` for staff who aren't managers,
 * `already-exists`, `conflict` when there are too many.
 */
export async function addTemplate(actor: Actor, owner: Owner, text: string): Promise<Template> {
  if (!canUseTemplates(actor, owner)) throw notFound();
  if (!canChangeTemplates(actor, owner)) throw new AppError("forbidden", "Only a manager changes templates.");
  const add = async (tx: Tx) => {
    if ((await tx.communicationTemplate.count({ where: { ...owner, text } })) > 0) {
      const message = "This template is there already.";
      throw new AppError("already-exists", message, { fields: [{ path: "text", message }] });
    }
    if ((await tx.communicationTemplate.count({ where: owner })) >= MOST_TEMPLATES)
      throw new AppError("conflict", `At most ${MOST_TEMPLATES} templates can be kept. Remove one first.`);
    const row = await tx.communicationTemplate.create({ data: { ...owner, text }, select: { id: true, text: true } });
    const audit = { action: "template.add", subject: "template", subjectId: row.id, ...owner };
    await recordChange(tx, actor, audit, [templatesChanged(owner)]);
    return row;
  };
  return inTransaction(actor, add, { locks: [`templates:${owner.doctorId ?? owner.hospitalId}`] });
}
