import type { StayEvent } from "@/components/beds/stay-view";
import type { getStay } from "@/lib/domain/beds/queries";
import { unsafeListTrail } from "@/lib/domain/history/queries";
import { actorLabel, entryAt } from "@/lib/domain/history/rules";
import type { HistoryReader, TrailEntry } from "@/lib/domain/history/schema";

type Stay = Awaited<ReturnType<typeof getStay>>;

const ENDINGS: Partial<Record<Stay["status"], string>> = {
  DECLINED: "Declined by the hospital",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

/** Returns what happened in a stay shown to the reader, and who did it. */
export async function loadStayHistory(stay: Stay, reader: HistoryReader): Promise<StayEvent[]> {
  return toStayHistory(stay, await unsafeListTrail("bed-booking", stay.id), reader);
}

const ENDED_BY: Partial<Record<Stay["status"], string>> = {
  DECLINED: "decline",
  CANCELLED: "cancel",
  EXPIRED: "expire",
};

/** Returns the events of a stay, oldest first: requested, reserved, admitted, every transfer, the end. */
function toStayHistory(stay: Stay, trail: TrailEntry[], reader: HistoryReader): StayEvent[] {
  const by = (action: string | undefined, at: Date) => {
    const entry = action ? entryAt(trail, `bed-booking.${action}`, at) : undefined;
    return entry ? actorLabel(entry, reader) : null;
  };
  const place = ({ bed, ward }: Stay["stays"][number]) => `${bed.label}, ${ward.name}`;
  const [first, ...moves] = stay.stays;
  const wasDirect = stay.admittedAt !== null && stay.admittedAt.getTime() - stay.createdAt.getTime() < 1000;
  const ending = ENDINGS[stay.status];
  const isKept = stay.status === "RESERVED" && stay.bed;
  const steps: [Date | null, string, string | null, string | undefined][] = [
    [wasDirect ? null : stay.createdAt, "Requested a bed", null, "request"],
    [stay.reservedAt, "A bed was reserved", isKept ? `${stay.bed?.label}, ${stay.bed?.ward.name}` : null, "reserve"],
    [stay.admittedAt, "Admitted", first ? place(first) : null, "admit"],
    ...moves.map((move): [Date, string, string, string] => [
      move.startsAt,
      "Moved to another bed",
      place(move),
      "transfer",
    ]),
    [stay.dischargedAt, "Discharged", null, "discharge"],
    [ending ? stay.endedAt : null, ending ?? "", stay.statusReason, ENDED_BY[stay.status]],
  ];
  return steps.flatMap(([at, what, where, action]) =>
    at ? [{ at: at.toISOString(), what, where, by: by(action, at) }] : [],
  );
}
