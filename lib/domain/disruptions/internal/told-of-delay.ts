import { comingSelect, type ComingVisit } from "@/lib/domain/schedules/queries";
import type { Tx } from "@/lib/platform/db/db";
import { MINUTE_MS } from "@/lib/platform/time/iso-text";

type Delay = { id: string; lateMinutes: number | null };
type Place = { doctorId: string; hospitalId: string | null };

/** Returns the appointments of those who were told of a delay, still expect theirs by it, and aren't here yet. */
export function listToldOfDelay(tx: Tx, { id, lateMinutes }: Delay, now: Date): Promise<ComingVisit[]> {
  const since = new Date(now.getTime() - (lateMinutes ?? 0) * MINUTE_MS);
  return tx.appointment.findMany({
    where: {
      disruptions: { some: { disruptionId: id, reach: { not: null } } },
      status: { in: ["PENDING", "CONFIRMED"] },
      startsAt: { gt: since },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: comingSelect,
  });
}

/** Returns those who were told of the delay that holds here now: none where no delay does. */
export async function listToldHere(tx: Tx, { doctorId, hospitalId }: Place, now: Date): Promise<ComingVisit[]> {
  const running = await tx.disruption.findFirst({
    where: { doctorId, hospitalId, kind: "LATE", status: "ANNOUNCED", endsAt: { gt: now } },
    select: { id: true, lateMinutes: true },
  });
  return running ? listToldOfDelay(tx, running, now) : [];
}
