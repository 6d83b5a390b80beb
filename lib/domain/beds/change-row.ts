import type { Actor } from "@/lib/platform/auth/actor";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { recordChange, type EventDraft } from "@/lib/platform/events/record";
import { capacityChanged } from "@/lib/domain/hospitals/events";
import { bedBookingSelect, type BedBookingRow } from "./queries";
import type { ChangeBedBookingInput } from "./schema";
import { versionMismatch } from "./seen";

/** One step of one booking, under the locks of its beds and its patient: what the files of the steps work with. */
export type Step = { tx: Tx; actor: Actor; before: BedBookingRow; input: ChangeBedBookingInput; now: Date };

/** Writes a step by compare-and-swap on the version and the state that were judged. Throws `version-mismatch`. */
export async function changeRow(tx: Tx, before: BedBookingRow, data: Prisma.BedBookingUncheckedUpdateManyInput): Promise<BedBookingRow> {
  const [row] = await tx.bedBooking.updateManyAndReturn({
    where: { id: before.id, version: before.version, status: before.status },
    data: { ...data, version: { increment: 1 } },
    select: bedBookingSelect,
  });
  if (!row) throw versionMismatch();
  return row;
}

/** Records a step with what everybody else has to hear; the hospital's capacity is always among it. */
export async function recordStep({ tx, actor, before }: Pick<Step, "tx" | "actor" | "before">, action: string, events: EventDraft[]): Promise<void> {
  const { id, patientId, hospitalId } = before;
  const audit = { action: `bed-booking.${action}`, subject: "bed-booking", subjectId: id, patientId, hospitalId, details: { from: before.status } };
  await recordChange(tx, actor, audit, [...events, capacityChanged(hospitalId)]);
}
