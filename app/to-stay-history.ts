import type { StayEvent } from "@/components/beds/stay-view";
import type { getStay } from "@/lib/domain/beds/queries";

type Stay = Awaited<ReturnType<typeof getStay>>;

const ENDINGS: Partial<Record<Stay["status"], string>> = {
  DECLINED: "Declined by the hospital",
  CANCELLED: "Cancelled",
  EXPIRED: "Lapsed",
};

/** What happened in a stay, oldest first: asked, kept, admitted, every move, the end. */
export function toStayHistory(stay: Stay): StayEvent[] {
  const place = ({ bed, ward }: Stay["stays"][number]) => `${bed.label}, ${ward.name}`;
  const [first, ...moves] = stay.stays;
  const wasDirect = stay.admittedAt !== null && stay.admittedAt.getTime() - stay.createdAt.getTime() < 1000;
  const ending = ENDINGS[stay.status];
  const isKept = stay.status === "RESERVED" && stay.bed;
  const steps: [Date | null, string, string | null][] = [
    [wasDirect ? null : stay.createdAt, "Asked for a bed", null],
    [stay.reservedAt, "A bed was reserved", isKept ? `${stay.bed?.label}, ${stay.bed?.ward.name}` : null],
    [stay.admittedAt, "Admitted", first ? place(first) : null],
    ...moves.map((move): [Date, string, string] => [move.startsAt, "Moved to another bed", place(move)]),
    [stay.dischargedAt, "Discharged", null],
    [ending ? stay.endedAt : null, ending ?? "", stay.statusReason],
  ];
  return steps.flatMap(([at, what, where]) => (at ? [{ at: at.toISOString(), what, where }] : []));
}
