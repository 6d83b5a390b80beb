import type { z } from "zod";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError } from "@/lib/platform/errors/app-error";
import { localDateAt } from "@/lib/platform/time/local-date";
import { accessEvent } from "./events";
import { requireChild } from "./internal/require-child";
import { canAddChild } from "./policy";
import { MAX_CHILDREN } from "./rules";
import type { addChildInput, OwnPatient } from "./schema";

/**
 * Adds a child, whose record the actor keeps as a parent until the child is of age. Throws `invalid` for a birth date in
 * the future or of an adult, `quota-reached` for more children than a family has.
 */
export async function addChild(actor: Actor, { name, bornOn }: z.output<typeof addChildInput>): Promise<OwnPatient> {
  const { userId } = actor;
  if (!canAddChild(actor) || userId === null) throw new AppError("forbidden");
  requireChild(bornOn, localDateAt(new Date(), actor.timeZone));
  return inTransaction(
    actor,
    async (tx) => {
      const children = await tx.patientAccess.count({ where: { userId, relation: "CHILD", grantedById: userId } });
      if (children >= MAX_CHILDREN)
        throw new AppError("quota-reached", `You can add ${MAX_CHILDREN} children. For more, ask your practice.`);
      const access = { id: uuidv7(), userId, relation: "CHILD", untilMajority: true, grantedById: userId } as const;
      const { id } = await tx.patient.create({
        data: { name, bornOn: new Date(`${bornOn}T00:00:00Z`), accesses: { create: access } },
        select: { id: true },
      });
      const audit = { action: "patient.create", subject: "patient", subjectId: id, patientId: id };
      await recordChange(tx, actor, audit, [accessEvent("patient-access.granted", { ...access, patientId: id })]);
      const more = {
        scope: "ALL",
        expiresAt: null,
        endsOn: null,
        untilMajority: true,
        canManage: true,
        hasAccount: false,
        version: 1,
      } as const;
      return { id, accessId: access.id, name, bornOn, relation: "CHILD", ...more };
    },
    { locks: [`children:${userId}`] },
  );
}
