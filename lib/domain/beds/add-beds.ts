import type { Actor } from "@/lib/actor/actor";
import type { Sql } from "@/lib/platform/db/sql";
import { inTransaction } from "@/lib/actor/transaction";
import { recordChange } from "@/lib/actor/record";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedEvent } from "./events";
import { requireManagedWard } from "./internal/require-managed-ward";
import { takenLabels } from "./statements/beds";
import { labelsOf, MAX_BEDS, MAX_RUN } from "./rules";
import type { AddBedInput, AddBedsInput } from "./schema";

/** Adds one bed, ready. Throws `not-found`, `forbidden` (a coordinator), `invalid` for a taken label. */
export async function addBed(actor: Actor, { label, ...ward }: AddBedInput): Promise<{ id: string }> {
  const [id] = await insertBeds(actor, ward, [label], "label");
  if (!id) throw notFound();
  return { id };
}

/** Adds a range of beds, ready: all of them or, when a label is taken or the range is invalid, `invalid`. */
export async function addBeds(actor: Actor, { labels, ...ward }: AddBedsInput): Promise<{ ids: string[] }> {
  const run = labelsOf(labels);
  if (!run) throw faulty("labels", `Must be a run of at most ${MAX_RUN} labels, such as 1–12 or A1–A12`);
  return { ids: await insertBeds(actor, ward, run, "labels") };
}

type Where = { hospitalId: string; wardId: string };

function insertBeds(actor: Actor, { hospitalId, wardId }: Where, labels: string[], path: string): Promise<string[]> {
  return inTransaction(
    actor,
    async (tx) => {
      await requireManagedWard(tx, actor, wardId, hospitalId);
      await requireFreeLabels(tx, wardId, labels, path);
      const count = await tx.bed.count({ where: { hospitalId, removedAt: null } });
      if (count + labels.length > MAX_BEDS) throw faulty(path, `A hospital has at most ${MAX_BEDS} beds`);
      const rows = await tx.bed.createManyAndReturn({
        data: labels.map((label) => ({ hospitalId, wardId, label })),
        select: { id: true, hospitalId: true },
      });
      const audit = {
        action: "bed.add",
        subject: "ward",
        subjectId: wardId,
        hospitalId,
        details: { beds: rows.length },
      };
      await recordChange(tx, actor, audit, [
        ...rows.map((bed) => bedEvent("bed.added", bed)),
        capacityChanged(hospitalId),
      ]);
      return rows.map(({ id }) => id);
    },
    { locks: [`ward:${wardId}`] },
  );
}

/** Throws `invalid` naming the taken labels, because two beds with one label in a ward can't be told apart. */
export async function requireFreeLabels(
  tx: Sql,
  wardId: string,
  labels: string[],
  path: string,
  exceptId?: string,
): Promise<void> {
  const taken = await takenLabels(tx, { wardId, labels, exceptId: exceptId ?? null });
  if (taken.length > 0)
    throw faulty(path, `The ward has this label already: ${taken.map(({ label }) => label).join(", ")}`);
}

function faulty(path: string, message: string): AppError {
  return new AppError("invalid", message, { fields: [{ path, message }] });
}
