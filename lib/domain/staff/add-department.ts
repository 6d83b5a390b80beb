import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError } from "@/lib/platform/errors/app-error";
import { hospitalChanged } from "@/lib/domain/hospitals/events";
import { requireFreeName } from "./internal/require-managed-department";
import { requireManaged } from "@/lib/domain/hospitals/load-own-hospital";
import type { addDepartmentInput } from "./schema-departments";

const MAX_DEPARTMENTS = 200;

/** Add a department. Throws `not-found`, `forbidden` (a coordinator), `invalid` for a name that is taken. */
export function addDepartment(
  actor: Actor,
  { hospitalId, name }: z.output<typeof addDepartmentInput>,
): Promise<{ id: string }> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireManaged(tx, actor, hospitalId);
      await requireFreeName(tx, hospitalId, name);
      if ((await tx.department.count({ where: { hospitalId } })) >= MAX_DEPARTMENTS) throw tooMany();
      const row = await tx.department.create({ data: { hospitalId, name }, select: { id: true } });
      const audit = { action: "department.add", subject: "department", subjectId: row.id, hospitalId };
      await recordChange(tx, actor, audit, [hospitalChanged(hospitalId)]);
      return row;
    },
    // Of two who add the same name at once, the second finds the first one's.
    { locks: [`departments:${hospitalId}`] },
  );
}

function tooMany(): AppError {
  const message = `A hospital has at most ${MAX_DEPARTMENTS} departments`;
  return new AppError("invalid", message, { fields: [{ path: "name", message }] });
}
