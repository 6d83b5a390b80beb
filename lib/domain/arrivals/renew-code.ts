import { randomInt } from "node:crypto";
import type { Actor } from "@/lib/actor/actor";
import type { Owner } from "@/lib/actor/owner";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { canKeepDisplays } from "@/lib/domain/displays/policy";
import { notFound } from "@/lib/platform/errors/app-error";
import { codeRenewed } from "./events";
import { codeSelect, toArrivalCode } from "./queries";
import { CODE_LENGTH, CODE_LETTERS } from "./rules";
import type { ArrivalCode } from "./schema";

/** Makes the code of an entrance: the first, or another in place of the current one. Throws `not-found`. */
export async function renewCode(actor: Actor, owner: Owner): Promise<ArrivalCode> {
  if (!canKeepDisplays(actor, owner)) throw notFound();
  return inTransaction(
    actor,
    async (tx) => {
      await tx.arrivalCode.updateMany({ where: { ...owner, endedAt: null }, data: { endedAt: new Date() } });
      const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
      const row = await tx.arrivalCode.create({ data: { ...owner, code }, select: codeSelect });
      const audit = { action: "arrival-code.renew", subject: "arrival-code", subjectId: row.id, ...owner };
      await recordChange(tx, actor, audit, [codeRenewed(row.id, owner)]);
      return toArrivalCode(row);
    },
    { locks: [`arrival-code:${owner.doctorId ?? owner.hospitalId}`] },
  );
}
