import type { EventDraft } from "@/lib/actor/record";
import type { Tx } from "@/lib/platform/db/db";
import { stampOf } from "@/lib/platform/life-cycle/life-cycle";
import { disruptionEvent } from "../events";
import { DISRUPTION_LIFE_CYCLE, type DisruptionKind } from "../status";

type Place = { doctorId: string | null; hospitalId: string | null };
const replaced = { id: true, doctorId: true, hospitalIds: true } as const;

/** Undoes a delay before anyone has been told, because the next one replaces it. */
export async function undoPrepared(tx: Tx, { doctorId, hospitalId }: Place, now: Date): Promise<EventDraft[]> {
  const rows = await tx.disruption.updateManyAndReturn({
    where: { doctorId, hospitalId, kind: "LATE", status: "PREPARED" },
    data: { status: "UNDONE", ...stampOf(DISRUPTION_LIFE_CYCLE, "UNDONE", now), version: { increment: 1 } },
    select: replaced,
  });
  return rows.map((row) => disruptionEvent("disruption.undone", row));
}

/** Ends the delay that patients were told of once the next one is announced: they are told of that one. */
export async function endAnnounced(
  tx: Tx,
  { kind, doctorId, hospitalId }: Place & { kind: DisruptionKind },
  now: Date,
): Promise<EventDraft[]> {
  if (kind !== "LATE") return [];
  const rows = await tx.disruption.updateManyAndReturn({
    where: { doctorId, hospitalId, kind, status: "ANNOUNCED" },
    data: { status: "ENDED", ...stampOf(DISRUPTION_LIFE_CYCLE, "ENDED", now), version: { increment: 1 } },
    select: replaced,
  });
  return rows.map((row) => disruptionEvent("disruption.ended", row));
}
